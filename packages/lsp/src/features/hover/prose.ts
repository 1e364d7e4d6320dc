import { crop } from '@failover/compiler';
import { type MarkupContent, MarkupKind } from 'vscode-languageserver-types';

/** So much of a text that somebody wrote is shown. */
const longest = 600;
/** All that Markdown could read as a mark, a link, an entity or HTML. */
const punctuation = /[!#$&()*+\-.:<=>@[\\\]^_`{|}~]/g;

/** A text with headings, lists and code for a client, in Markdown where it can show that, else in plain text. */
export class Prose {
  readonly #markdown: boolean;
  readonly #blocks: string[] = [];

  constructor(markdown: boolean) {
    this.#markdown = markdown;
  }

  /** What somebody wrote, as it is: nothing in it makes a link, a picture or HTML. */
  user(text: string): string {
    const shown = crop(text, longest);
    if (!this.#markdown) return shown;
    const lines = shown.split(/\r?\n/).map((line) => line.trim().replace(punctuation, '\\$&'));
    return lines.join('  \n');
  }

  /** What somebody wrote, as code within a sentence. */
  code(text: string): string {
    const shown = crop(text, longest).replace(/\s+/g, ' ');
    if (!this.#markdown) return shown.includes('`') ? shown : `\`${shown}\``;
    const fence = '`'.repeat(1 + longestRun(shown));
    const space = shown.startsWith('`') || shown.endsWith('`') || shown === '' ? ' ' : '';
    return `${fence}${space}${shown}${space}${fence}`;
  }

  link(title: string, address: string): string {
    return this.#markdown ? `[${title}](${address})` : `${title}: ${address}`;
  }

  /** @param sentence of our own words, in which what somebody wrote has gone through `user` or `code` */
  paragraph(sentence: string | undefined): void {
    if (sentence !== undefined && sentence !== '') this.#blocks.push(sentence);
  }

  list(items: readonly (string | undefined)[]): void {
    const lines = items.filter((item) => item !== undefined).map((item) => `- ${item}`);
    if (lines.length > 0) this.#blocks.push(lines.join('\n'));
  }

  block(language: 'failover' | 'json', text: string): void {
    this.#blocks.push(this.fenced(language, text));
  }

  /** Code on lines of its own. */
  fenced(language: 'failover' | 'json', text: string): string {
    const shown = crop(text, longest);
    const fence = '`'.repeat(Math.max(3, 1 + longestRun(shown)));
    return this.#markdown ? `${fence}${language}\n${shown}\n${fence}` : shown;
  }

  /** A wording, set apart. */
  quote(text: string): void {
    const marked = this.user(text);
    this.#blocks.push(this.#markdown ? marked.replace(/^/gm, '> ') : `“${marked}”`);
  }

  get content(): MarkupContent {
    return { kind: this.#markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: this.#blocks.join('\n\n') };
  }
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
