import path from 'node:path';
import { type FileText, readTextFile } from '@failover/files';
import { Fault } from '../fault.js';
import { dash, type Loaded, load } from '../input.js';
import { tellBug } from '../output/bug.js';
import { reportFault } from '../output/report.js';
import { stderr } from '../output/streams.js';
import { visible } from '../output/visible.js';
import { changedFiles } from './changed-files.js';
import { Changes } from './changes.js';
import { interestOf } from './interest.js';
import { Watcher } from './watcher.js';

/** What is done again after each change. */
export interface Job {
  /** Files, folders and globs, as the command line has them. */
  readonly patterns: readonly string[];
  readonly defines?: ReadonlyMap<string, string> | undefined;
  /** Other files that matter, as paths. */
  readonly others?: readonly string[];
  readonly run: (loaded: Loaded) => Promise<unknown>;
}

/** All that a run depends on, as it was at one moment. */
export interface Seen {
  /** Or why nothing could be loaded. */
  readonly loaded: Loaded | Fault;
  readonly others: ReadonlyMap<string, FileText>;
}

/** More names than this say no more. */
const mostNamed = 3;
const clearScreen = '\u001b[2J\u001b[3J\u001b[H';

/**
 * Runs, and runs again whenever a file has another text than it had, until the process is ended. Events only say that it
 * is time to look: so an event too many costs nothing, and what changes during a run is found after it.
 * @throws Fault when files cannot be watched
 */
export async function watch(job: Job): Promise<never> {
  if (job.patterns.includes(dash)) throw new Fault('Standard input cannot be watched: name files with `--watch`');
  const changes = new Changes();
  const watcher = new Watcher(changes);
  let seen = await look(job);
  await run(job, seen);
  let isTold = false;
  for (;;) {
    const isNew = await watcher.follow(await interestOf(job, seen));
    if (!isNew && !isTold) {
      stderr.write('\nWaiting for changes (Ctrl-C ends)\n');
      isTold = true;
    }
    // What happened before the watching started is looked for at once.
    const now = isNew ? await look(job) : await changes.settled(() => look(job));
    const changed = changedFiles(seen, now);
    if (changed === undefined) continue;
    seen = now;
    separate(changed);
    await run(job, now);
    isTold = false;
  }
}

async function look({ patterns, defines, others = [] }: Job): Promise<Seen> {
  const read = new Map(others.map((file) => [path.resolve(file), readTextFile(file)]));
  try {
    return { loaded: await load(patterns, defines), others: read };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { loaded: error, others: read };
  }
}

/** Whatever goes wrong in a run, the next change may put right. */
async function run(job: Job, { loaded }: Seen): Promise<void> {
  try {
    if (loaded instanceof Fault) await reportFault(loaded);
    else await job.run(loaded);
  } catch (error) {
    if (error instanceof Fault) await reportFault(error);
    else tellBug(error);
  }
}

function separate(changed: readonly string[]): void {
  const names = changed.slice(0, mostNamed).map(visible).join(', ');
  const more = changed.length > mostNamed ? ` and ${changed.length - mostNamed} more` : '';
  stderr.write(`${stderr.stream.isTTY ? clearScreen : '\n'}── ${names}${more} changed ──\n\n`);
}
