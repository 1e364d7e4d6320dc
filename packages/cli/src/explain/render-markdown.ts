import { asWritten, type StoryText } from '@failover/compiler/story';
import { codeSpan } from '../output/markdown.js';
import { visible } from '../output/visible.js';
import type { Block, FlowDocument, Inline, Sentence } from './document.js';

/**
 * A told flow as Markdown for GitHub. Nothing that an author wrote can make a link, a mention, HTML, a heading or a cell of
 * a table: names are code, and of all other texts each character that means something is escaped.
 */
export function renderMarkdown({ name, file, opening, steps, table }: FlowDocument, diagram: string): string {
  const sections = [
    `### ${code(name)} in ${code(file)}`,
    ...opening.map((block) => blockText(block)),
    ...steps.map(({ title, blocks }, index) => {
      const mark = `${index + 1}. `;
      const body = blocks.map((block) => blockText(block)).join('\n\n');
      return `${mark}**${sentence(title)}**\n\n${indented(body, ' '.repeat(mark.length))}`;
    }),
    ...(table === undefined ? [] : [tableText(table.columns, table.rows)]),
    `\`\`\`mermaid\n${diagram}\`\`\``,
  ];
  return `${sections.join('\n\n')}\n`;
}

function indented(text: string, indent: string): string {
  return text.replace(/^(?=.)/gm, indent);
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return sentence(block.text);
    case 'list':
      return block.items.map((item) => `- ${sentence(item)}`).join('\n');
    case 'wording':
      return wordingText(block.text);
  }
}

/** A quotation that breaks its lines where the text does. */
function wordingText(text: StoryText): string {
  const lines = pieces(text, '\n').split('\n');
  const shown = lines.map((line) => line.trim());
  return shown.map((line, index) => `> ${line}${line !== '' && shown[index + 1] ? '\\' : ''}`.trimEnd()).join('\n');
}

function tableText(columns: readonly string[], rows: readonly (readonly Sentence[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map((cells) => line(cells.map((cell) => sentence(cell, true)))),
  ].join('\n');
}

function sentence(text: Sentence, isCell = false): string {
  return text.map((inline) => inlineText(inline, isCell)).join('');
}

function inlineText(inline: Inline, isCell: boolean): string {
  if (typeof inline === 'string') return inline;
  switch (inline.kind) {
    case 'name':
      return code(asWritten(inline.text), isCell);
    case 'quote':
      return `“${pieces(inline.text, ' ', isCell)}”`;
    case 'prose':
      return escaped(inline.text, ' ');
  }
}

/** @param lineBreak what stands for one */
function pieces(text: StoryText, lineBreak: string, isCell = false): string {
  return text
    .map((piece) => (typeof piece === 'string' ? escaped(piece, lineBreak) : code(`{${piece.param}}`, isCell)))
    .join('');
}

/** A name as code; in a cell, where a bar would end it even within code, one with a bar as text. */
function code(text: string, isCell = false): string {
  if (isCell && text.includes('|')) return escaped(text, ' ');
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? '(empty)' : codeSpan(line);
}

/** Nothing to see, and no text goes on over it: what is no word any more is no link and no mention either. */
const gap = '<!-- -->';

/** What an author wrote, as it reads. */
function escaped(text: string, lineBreak: string): string {
  return text
    .split(/\r\n?|\n|[\u2028\u2029]/)
    .map((line) => escapedLine(line.replace(/\t/g, ' ')))
    .join(lineBreak);
}

function escapedLine(line: string): string {
  return visible(line)
    .replace(/[\\`*_{}[\]<>()#!|~$&^]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/@|#|:(?=\/\/)|www(?=\.)|GH(?=-\d)/gi, `$&${gap}`);
}
