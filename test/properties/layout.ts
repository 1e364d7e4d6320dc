import type { Random } from './random.js';

/** Tokens as a generator writes them, and the ways in which they may be laid out in a file. */

export type Tokens = readonly string[];

const marks = /^(?:[{}(),:=]|\.\.)$/;

/** The tokens with anything between them that means nothing. */
export function layOut(tokens: Tokens, random: Random): string {
  const mess = random.pick(['none', 'none', 'lines', 'comments', 'everything'] as const);
  const lineEnd = random.chance(15) ? '\r\n' : '\n';
  let text = random.chance(5) ? '\ufeff' : '';
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    let gap = before === undefined ? '' : ' ';
    if (before !== undefined && startsLine(token, before)) gap = lineEnd;
    if (mess === 'lines' && before !== undefined && random.chance(15)) gap = lineEnd.repeat(random.integer(1, 3));
    if (mess === 'everything') gap = anyGap(random, lineEnd, gap);
    if (mess === 'comments' && random.chance(10)) gap = comment(random, lineEnd) + gap;
    const sticks = gap === '' && before !== undefined && !marks.test(before) && !marks.test(token);
    // A template that is used stands on the line of its channel: at the start of a line it would be a declaration.
    const joins = before === 'viber' && token === 'template' && /[\n/]/.test(gap);
    text += (sticks || joins ? ' ' : gap) + token;
  }
  return text + (random.chance(90) ? lineEnd : '');
}

function startsLine(token: string, before: string): boolean {
  return before === '}' || ['then', 'flow', 'template', 'sender', 'let', 'import'].includes(token);
}

function anyGap(random: Random, lineEnd: string, usual: string): string {
  const kind = random.integer(1, 10);
  if (kind <= 2) return '';
  if (kind === 3) return `\t ${lineEnd}  `;
  if (kind === 4) return comment(random, lineEnd);
  return usual;
}

function comment(random: Random, lineEnd: string): string {
  const text = random.pick([
    '// why',

    '//',
    '// { " (',
    '// failover-ignore FO4003: it is long',
    '//// ---',
  ]);
  return `${random.pick([' ', lineEnd])}${text}${lineEnd}`;
}
