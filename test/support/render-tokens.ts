import type { ParsedFile } from '@failover/compiler';
import { quoted } from './visible.js';

/** A stretch of a file: a token, a comment, white space, or what is none of these. */
export interface Run {
  readonly offset: number;
  readonly type: string;
  readonly text: string;
}

/** The whole file in runs, each of which starts where the one before it ends. */
export function runsOf({ text, tokens, comments }: ParsedFile): Run[] {
  const known: Run[] = [
    ...[...tokens].map(({ image, startOffset, tokenType }) => ({
      offset: startOffset,
      type: tokenType.name,
      text: image,
    })),
    ...comments.map(({ kind, offset, length }) => ({
      offset,
      type: kind === 'comment' ? 'comment' : `${kind}-comment`,
      text: text.slice(offset, offset + length),
    })),
  ].sort((a, b) => a.offset - b.offset);
  const runs: Run[] = [];
  let at = 0;
  for (const run of [...known, { offset: text.length, type: '', text: '' }]) {
    runs.push(...between(text.slice(at, run.offset), at));
    if (run.text !== '') runs.push(run);
    at = run.offset + run.text.length;
  }
  return runs;
}

function between(text: string, offset: number): Run[] {
  return [...text.matchAll(/[ \t\r\n]+|[^ \t\r\n]+/g)].map((found) => {
    const isStart = offset + found.index === 0 && found[0] === '\ufeff';
    const type = /^[ \t\r\n]/.test(found[0]) ? 'space' : isStart ? 'byte-order-mark' : 'unknown';
    return { offset: offset + found.index, type, text: found[0] };
  });
}

/** One line for each run: its offset, its type, its text in quotes. */
export function renderTokens(file: ParsedFile): string {
  return runsOf(file)
    .map(({ offset, type, text }) => `${String(offset).padStart(5)} ${type.padEnd(18)} ${quoted(text)}\n`)
    .join('');
}

/** The way back, for a test that nothing is lost. */
export function readTokens(rendered: string): Run[] {
  const lines = rendered.split('\n').slice(0, -1);
  return lines.map((line) => {
    const [, offset, type, text] = /^ *(\d+) (\S+) +(".*")$/.exec(line) ?? [];
    if (offset === undefined || type === undefined || text === undefined) throw new Error(`Not a token: ${line}`);
    return { offset: Number(offset), type, text: JSON.parse(text) as string };
  });
}
