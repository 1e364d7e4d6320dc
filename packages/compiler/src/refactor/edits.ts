import type { Fix, TextEdit } from '../diagnostics/diagnostic.js';
import type { FileModel } from '../names/model.js';
import { filesSeeing } from '../names/queries.js';
import { Program } from '../program.js';
import type { TextNode } from '../syntax/tree.js';
import { endOf, type Span } from '../text/span.js';

/** A change that keeps what a file means. */
export interface Refactoring extends Fix {
  readonly kind: 'extract' | 'inline' | 'rewrite';
}

export function replaced(uri: string, { offset, length }: Span, text: string): TextEdit {
  return { uri, offset, length, text };
}

/** A program of its own of one file with another text, and of what that imports. */
export function programWith(program: Program, uri: string, text: string): Program {
  const read = (one: string) => (one === uri ? { text } : program.read(one));
  const { root, rules, defines } = program;
  return new Program({ read }, [uri], { root, rules, defines });
}

/** Puts a declaration before the item that holds a place, and before the comments that belong to the item. */
export function declarationBefore(file: FileModel, place: Span, declaration: string): TextEdit {
  const { text, comments, tree } = file.parsed;
  const item = tree.items.find((one) => one.offset <= place.offset && endOf(place) <= endOf(one));
  let start = item?.offset ?? 0;
  for (const comment of comments.toReversed()) {
    if (endOf(comment) <= start && /^[ \t]*\r?\n[ \t]*$/.test(text.slice(endOf(comment), start)))
      start = comment.offset;
  }
  const lineBreak = lineBreakOf(text);
  const before = text.slice(0, start);
  const isApart = /(?:^\ufeff?|\n[ \t]*\r?\n)[ \t]*$/.test(before)
    ? ''
    : /\n[ \t]*$/.test(before)
      ? lineBreak
      : lineBreak + lineBreak;
  return {
    uri: file.uri,
    offset: start,
    length: 0,
    text: `${isApart}${declaration.replace(/\r?\n/g, lineBreak)}${lineBreak}${lineBreak}`,
  };
}

/** The line break of a file: that of its first line. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  return /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
}

/** Whether a name would clash with a let, sender or template that is there, in the file or one that imports it. */
export function isInUse(program: Program, uri: string, kind: 'lets' | 'senders' | 'templates') {
  const scopes = filesSeeing(program, uri).flatMap((file) => program.names(file)?.scope[kind] ?? []);
  return (name: string): boolean => scopes.some((scope) => scope.has(name));
}

/** A name that nothing has yet: `code`, `code-2`, … */
export function freshName(wanted: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  for (let number = 2; ; number++) if (!isTaken(`${wanted}-${number}`)) return `${wanted}-${number}`;
}

/** The characters of a text that stands on one line and has no holes. */
export function plainText({ parts, sound }: TextNode, source: string): string | undefined {
  if (!sound || source.includes('\n') || parts.some(({ kind }) => kind === 'hole')) return undefined;
  return parts.map((part) => (part.kind === 'chars' ? part.value : '')).join('');
}
