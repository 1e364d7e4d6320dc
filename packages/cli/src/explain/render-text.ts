import { asWritten, type StoryText } from '@failover/compiler/story';
import { type Measure, wrap } from '../output/cells.js';
import type { Colours } from '../output/colours.js';
import { visible } from '../output/visible.js';
import type { Block, FlowDocument, Inline, Sentence } from './document.js';

/** How a terminal shows text. */
export interface TextStyle {
  readonly colours: Colours;
  readonly columns: number;
  readonly measure: Measure;
}

/** A told flow for a terminal. */
export function renderText({ name, file, opening, steps, table }: FlowDocument, style: TextStyle): string {
  const { colours } = style;
  const page = new Page(style);
  page.wrapped([name, ` in ${file}`].map(visible), '', '', colours.bold);
  page.gap();
  for (const block of opening) page.block(block, '  ');
  for (const [index, { title, blocks }] of steps.entries()) {
    page.gap();
    page.wrapped(title, '', `${index + 1}. `, colours.bold);
    for (const block of blocks) page.block(block, '   ');
  }
  if (table === undefined) return page.text;
  page.gap();
  page.line(colours.bold(table.title));
  for (const [first = [], ...rest] of table.rows) {
    page.gap();
    page.wrapped(first, '  ');
    for (const [index, cell] of rest.entries()) {
      const label = table.columns[index + 1] ?? '';
      page.wrapped([...(index === 0 ? [] : [`${label}: `]), ...cell], '    ');
    }
  }
  return page.text;
}

class Page {
  readonly #style: TextStyle;
  readonly #lines: string[] = [];

  constructor(style: TextStyle) {
    this.#style = style;
  }

  get text(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  line(text: string): void {
    this.#lines.push(text);
  }

  /** An empty line, unless there is one. */
  gap(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }

  block(block: Block, indent: string): void {
    switch (block.kind) {
      case 'paragraph':
        this.wrapped(block.text, indent);
        return;
      case 'list':
        for (const item of block.items) this.wrapped(item, indent, '- ');
        return;
      case 'wording':
        for (const line of linesOf(block.text))
          this.#push(this.#pieces(line), `${indent}${this.#style.colours.dim('│')} `, indent.length + 2);
    }
  }

  wrapped(text: Sentence, indent: string, bullet = '', paint = (line: string) => line): void {
    const rest = indent + ' '.repeat(bullet.length);
    const lines = this.#wrap(this.inlines(text), rest.length);
    for (const [index, line] of lines.entries()) this.line(paint(`${index === 0 ? indent + bullet : rest}${line}`));
  }

  inlines(text: Sentence): string {
    return text.map((inline) => this.#inline(inline)).join('');
  }

  #inline(inline: Inline): string {
    const { colours } = this.#style;
    if (typeof inline === 'string') return inline;
    switch (inline.kind) {
      case 'name':
        return this.#painted(asWritten(inline.text), colours.cyan);
      case 'quote':
        return `“${this.#pieces(inline.text)}”`;
      case 'prose':
        return this.#painted(inline.text.replace(/\s+/g, ' '), colours.italic);
    }
  }

  #pieces(text: StoryText): string {
    const { colours } = this.#style;
    return text
      .map((piece) =>
        typeof piece === 'string' ? this.#painted(piece, colours.green) : colours.magenta(`{${piece.param}}`),
      )
      .join('');
  }

  /** Word by word, as a colour must not go on over the start of a line. */
  #painted(text: string, paint: (word: string) => string): string {
    return visible(text)
      .split(' ')
      .map((word) => (word === '' ? '' : paint(word)))
      .join(' ');
  }

  #push(text: string, start: string, width: number): void {
    for (const line of this.#wrap(text, width)) this.line(`${start}${line}`.trimEnd());
  }

  #wrap(text: string, indent: number): string[] {
    const { columns, measure } = this.#style;
    return wrap(text, Math.max(20, columns - indent), measure);
  }
}

/** A text line by line. */
function linesOf(text: StoryText): StoryText[] {
  const lines: (string | { readonly param: string })[][] = [[]];
  for (const piece of text) {
    const [first = '', ...rest] = typeof piece === 'string' ? piece.split(/\r\n?|\n/) : [piece];
    if (first !== '') lines.at(-1)?.push(first);
    for (const line of rest) lines.push(line === '' ? [] : [line]);
  }
  return lines;
}
