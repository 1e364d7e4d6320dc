import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Snapshot } from '../../src/workspace/snapshot.js';
import { snapshotOf } from '../support/marked.js';

const corpus = new URL('../../../../test/corpus/', import.meta.url).pathname;
const names = readdirSync(corpus).toSorted();

/** Samples of the corpus, those with faults among them, with the files that they import. */
function sources(every: number): { readonly main: string; readonly others: string }[] {
  return names
    .filter((_, index) => index % every === 0)
    .map((name) => {
      const files = readdirSync(join(corpus, name), { withFileTypes: true }).filter((file) => file.isFile());
      const others = files
        .map((file) => file.name)
        .filter((file) => file.endsWith('.failover') && file !== 'main.failover')
        .map((file) => `--- ${file}\n${readFileSync(join(corpus, name, file), 'utf8')}\n`);
      return { main: readFileSync(join(corpus, name, 'main.failover'), 'utf8'), others: others.join('') };
    });
}

const open = (main: string, others: string) => snapshotOf(`--- main.failover\n${main}\n${others}`);

/** Asks a question at every offset of samples of the corpus. */
export async function atEveryOffset(ask: (snapshot: Snapshot, offset: number) => void, every = 5): Promise<void> {
  for (const { main, others } of sources(every)) {
    const snapshot = await open(main, others);
    for (let offset = 0; offset <= snapshot.document.text.length; offset++) ask(snapshot, offset);
  }
}

/** Asks a question of many prefixes of samples of the corpus, at their end. */
export async function ofEveryPrefix(ask: (snapshot: Snapshot, offset: number) => void, every = 9): Promise<void> {
  for (const { main, others } of sources(every)) {
    const step = Math.max(1, Math.floor(main.length / 60));
    for (let end = 0; end <= main.length; end += step) {
      const snapshot = await open(main.slice(0, end), others);
      ask(snapshot, snapshot.document.text.length);
    }
  }
}
