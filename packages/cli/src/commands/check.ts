import { count, type Diagnostic, thousands } from '@failover/compiler';
import { Fault } from '../fault.js';
import type { Fixed } from '../fix-files.js';
import { dash, type Loaded, load } from '../input.js';
import { type Finding, findingOf, findingOfFault } from '../output/finding.js';
import { jsonText } from '../output/json-text.js';
import type { Sources } from '../output/pretty.js';
import { report, sourcesOf } from '../output/report.js';
import { stderr, stdout } from '../output/streams.js';
import { countFindings } from '../output/summary.js';
import { visible } from '../output/visible.js';
import { shownUri, stdinUri } from '../paths.js';

export interface CheckOptions {
  readonly format: 'pretty' | 'json' | 'sarif' | 'github';
  readonly maxWarnings?: number | undefined;
  /** Makes safe fixes first. */
  readonly fix?: boolean | undefined;
  /** Checks again after each change. */
  readonly watch?: boolean | undefined;
}

/** Prints every diagnostic of the files and of those that they import. */
export async function check(patterns: readonly string[], options: CheckOptions): Promise<number> {
  checkUsage(patterns, options);
  if (!options.watch) {
    const loaded = await load(patterns);
    return tell(options.fix ? await fix(loaded, patterns.includes(dash)) : loaded, options);
  }
  const { watch } = await import('../watch/watch.js');
  return watch({ patterns, run: (loaded) => tell(loaded, options) });
}

function checkUsage(patterns: readonly string[], { format, fix, watch }: CheckOptions): void {
  const isStdinNamed = patterns.includes(dash);
  if (watch && format !== 'pretty') {
    throw new Fault(`\`--watch\` prints for people, and goes on for ever: \`--format ${format}\` has no use with it`, {
      help: 'Leave one of them out.',
    });
  }
  if (watch && fix) {
    throw new Fault('`--fix` has no use with `--watch`: it would change files while somebody writes in them', {
      help: 'Leave one of them out.',
    });
  }
  if (!fix || !isStdinNamed) return;
  if (patterns.length > 1) throw new Fault('`-` stands alone with `--fix`: its text goes to standard output');
  if (format !== 'pretty') {
    throw new Fault(`With \`--fix -\` the text goes to standard output, where \`--format ${format}\` prints too`, {
      help: 'Leave one of them out.',
    });
  }
}

/** Makes the safe fixes, and tells how many. The text of standard input goes to standard output, mended or not. */
async function fix(loaded: Loaded, isFilter: boolean): Promise<Loaded> {
  // With mistakes in failover.json nobody knows what the files mean.
  const isUnknown = loaded.project.diagnostics.length > 0;
  const { fixFiles, writeFixed } = await import('../fix-files.js');
  const fixed = isUnknown ? { program: loaded.program, amounts: new Map<string, number>() } : fixFiles(loaded);
  writeFixed(fixed);
  if (isFilter) stdout.write(fixed.program.parsed(stdinUri())?.text ?? '');
  tellFixes(fixed);
  return { ...loaded, program: fixed.program };
}

function tellFixes({ amounts }: Fixed): void {
  for (const [uri, amount] of amounts) stderr.write(`${count(amount, 'problem')} fixed in ${visible(shownUri(uri))}\n`);
}

/** @returns the exit status */
async function tell({ project, input, program }: Loaded, options: CheckOptions): Promise<number> {
  // What failover.json was meant to say decides what the files mean, so it is put right first.
  const diagnostics = project.diagnostics.length > 0 ? project.diagnostics : program.allDiagnostics();
  const sources = sourcesOf(program, project.texts);
  await printers[options.format]({ project, input, program, diagnostics, sources });
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  const isPassed = options.maxWarnings !== undefined && warnings > options.maxWarnings;
  if (isPassed)
    stderr.write(`${count(warnings, 'warning')}: at most ${thousands(options.maxWarnings ?? 0)} are allowed\n`);
  if (input.unreadable.length > 0) return 2;
  return isPassed || diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

interface Told extends Loaded {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

const printers: Readonly<Record<CheckOptions['format'], (told: Told) => Promise<void>>> = {
  pretty: async (told) => {
    const findings = findingsOf(told);
    await report(findings, told.sources);
    summarize(told, findings.length > 0 ? '\n' : '');
  },
  json: async ({ input, diagnostics, sources }) => {
    await report(input.unreadable.map(findingOfFault), sources);
    const { jsonDiagnostics } = await import('../output/json.js');
    stdout.write(jsonText(jsonDiagnostics(diagnostics, sources)));
  },
  sarif: async ({ project, input, diagnostics, sources }) => {
    await report(input.unreadable.map(findingOfFault), sources);
    const unreadable = input.unreadable.map(({ message }) => message);
    const { sarifLog } = await import('../output/sarif.js');
    const { repositoryOf } = await import('../output/repository.js');
    stdout.write(jsonText(sarifLog(diagnostics, unreadable, sources, repositoryOf(project.root))));
  },
  github: async (told) => {
    const { githubAnnotations } = await import('../output/github.js');
    const { repositoryOf } = await import('../output/repository.js');
    stdout.write(githubAnnotations(findingsOf(told), told.sources, repositoryOf(told.project.root)).join(''));
    summarize(told);
  },
};

function findingsOf({ input, diagnostics }: Told): Finding[] {
  return [...input.unreadable.map(findingOfFault), ...diagnostics.map(findingOf)];
}

function summarize({ program, input, diagnostics }: Told, before = ''): void {
  const checked = program.uris.length;
  if (input.unreadable.length === 0 || checked > 0) stderr.write(`${before}${summary(diagnostics, checked)}\n`);
}

function summary(diagnostics: readonly Diagnostic[], checked: number): string {
  if (diagnostics.length === 0) return `${count(checked, 'file')} checked, no problems`;
  const affected = [...new Set(diagnostics.map(({ uri }) => uri))];
  const amounts = countFindings(diagnostics.map(findingOf));
  if (affected.length === 1 && affected[0] !== undefined) return `${amounts} in ${visible(shownUri(affected[0]))}`;
  return `${amounts} in ${affected.length === checked ? '' : `${thousands(affected.length)} of `}${count(checked, 'file')}`;
}
