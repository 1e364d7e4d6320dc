import type { Grammar, Part } from './part.js';

/** A grammar as EBNF (ISO/IEC 14977), as the language document writes it. */
export function ebnf(grammar: Grammar): string {
  const rules = [...grammar].map(([name, part]) => definition(name, part, width(grammar)));
  return `${rules.join('\n')}\n`;
}

const lineWidth = 100;

function width(grammar: Grammar): number {
  return Math.max(...[...grammar.keys()].map((name) => name.length));
}

function definition(name: string, part: Part, nameWidth: number): string {
  const lead = `${name.padEnd(nameWidth)} = `;
  const text = `${lead}${written(part)} ;`;
  if (text.length <= lineWidth || part.kind !== 'choice') return wrapped(text, nameWidth);
  const [first = '', ...others] = part.parts.map(written);
  const lines: string[] = [];
  let line = lead + first;
  for (const other of others) {
    if (line.length + other.length + 3 > lineWidth) {
      lines.push(line);
      line = `${' '.repeat(nameWidth)} | ${other}`;
    } else {
      line += ` | ${other}`;
    }
  }
  return [...lines, `${line} ;`].join('\n');
}

/** Broken after a comma of the notation, which is no word in quotes. */
function wrapped(text: string, nameWidth: number): string {
  if (text.length <= lineWidth) return text;
  const pieces = text.split(/(?<= , )/);
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line.length + piece.length > lineWidth && line !== '') {
      lines.push(line.trimEnd());
      line = ' '.repeat(nameWidth + 3);
    }
    line += piece;
  }
  return [...lines, line].join('\n');
}

function written(part: Part): string {
  switch (part.kind) {
    case 'word':
      return part.text.includes('"') ? `'${part.text}'` : `"${part.text}"`;
    case 'token':
    case 'rule':
      return part.name;
    case 'sequence':
      return part.parts.map(grouped).join(' , ');
    case 'all':
      return `( (* in any order *) ${part.parts.map(grouped).join(' , ')} )`;
    case 'choice':
      return part.parts.map(written).join(' | ');
    case 'optional':
      return `[ ${written(part.part)} ]`;
    case 'repeat':
      return `{ ${written(part.part)} }`;
  }
}

function grouped(part: Part): string {
  return part.kind === 'choice' ? `( ${written(part)} )` : written(part);
}
