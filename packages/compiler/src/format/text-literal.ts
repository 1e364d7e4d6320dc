import { lazily } from '../syntax/characters.js';
import { readText } from '../syntax/text-literal.js';
import type { TextNode } from '../syntax/tree.js';

/** Marks, and what cannot be seen, but for the space and for the joiners that scripts and emoji are written with. */
const special = lazily(() => /["\\{}]|(?![ \u200c\u200d])[\p{Cc}\p{Cf}\p{Z}]/gu);
const marks = '"\\{}';

/**
 * The one way to write a text: on one line, or, where it has line breaks, between `"""` with its lines indented by two
 * more than the line that opens it.
 */
export function writeText(text: TextNode, indent: number): string {
  const lines = escapedLines(text, true);
  if (lines.length > 1) {
    const block = writeBlock(lines, indent);
    if (block !== undefined && meaningOf(block) === meaning(text)) return block;
  }
  return `"${writeContent(text)}"`;
}

/** What stands between the quotes of a text on one line. Between three quotes it says the same. */
export function writeContent(text: TextNode): string {
  return escapedLines(text, false).join('\\n');
}

/** Nothing when an editor that trims lines would change the text, or when there is nothing to see in it. */
function writeBlock(lines: readonly string[], indent: number): string | undefined {
  if (lines.some((line) => line.endsWith(' ')) || lines.every((line) => line === '')) return undefined;
  const margin = ' '.repeat(indent + 2);
  // Within a block only three quotes in a row would be mistaken for its end.
  const content = lines.map((line) => (line === '' ? '' : margin + line.replaceAll('"""', '""\\"')));
  return ['"""', ...content, `${margin}"""`].join('\n');
}

function escapedLines(text: TextNode, inBlock: boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.parts) {
    if (part.kind === 'hole') {
      line += `{${part.name?.text ?? ''}}`;
      continue;
    }
    const [first = '', ...rest] = part.value.split('\n');
    line += escaped(first, inBlock);
    for (const next of rest) {
      lines.push(line);
      line = escaped(next, inBlock);
    }
  }
  lines.push(line);
  return lines;
}

function escaped(value: string, inBlock: boolean): string {
  return value.replace(special(), (character) => {
    if (character === '"' && inBlock) return '"';
    if (marks.includes(character)) return `\\${character}`;
    if (character === '\t') return '\\t';
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
  });
}

function meaningOf(image: string): string | undefined {
  const text = readText(image, 0, true, () => {});
  return text.sound ? meaning(text) : undefined;
}

/** What a text says, however it is written. */
function meaning(text: TextNode): string {
  // A hole has braces of its own, so that it differs from the same characters escaped.
  const parts = text.parts.map((part) =>
    part.kind === 'hole' ? `{${part.name?.text ?? ''}}` : part.value.replace(/[\\{}]/g, '\\$&'),
  );
  return parts.join('');
}
