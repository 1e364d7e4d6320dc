import { lex } from '../../src/syntax/lexer.js';
import { scanNumber } from '../../src/syntax/numbers.js';
import { parse } from '../../src/syntax/parse.js';
import { readText } from '../../src/syntax/text-literal.js';
import type { Comment } from '../../src/syntax/tokens.js';
import type { ClauseNode, FileTree, StepNode, SyntaxNode, TextNode } from '../../src/syntax/tree.js';

/** What a file says, without how it is written: two files that say the same are equal here. */
export function meaningOf(source: string): unknown {
  return meaning(parse('a.failover', source).tree);
}

export function errorsOf(source: string): string[] {
  return parse('a.failover', source).diagnostics.map(({ message, offset }) => `${offset}: ${message}`);
}

export function commentsOf(source: string): string[] {
  return lex(source)
    .comments.map((comment) => commentText(source, comment))
    .sort();
}

function commentText(source: string, { offset, length }: Comment): string {
  return withoutEnd(source.slice(offset, offset + length));
}

/** Whatever stands in a file but marks, for files that need not be sound. */
export function wordsOf(source: string): string[] {
  const { tokens, comments, faults } = lex(source);
  const faulty = new Set(faults.map(({ offset }) => offset));
  const words = [...tokens]
    .filter(({ image }) => !/^(?:[{}(),:=]|\.\.)$/.test(image))
    .map(({ image, startOffset }) => (faulty.has(startOffset) ? withoutEnd(image) : wordMeaning(image)));
  const unknown = faults
    .filter(({ kind }) => kind === 'character')
    .flatMap(({ offset, length }) => [...source.slice(offset, offset + length)]);
  return [...words, ...unknown, ...comments.map((comment) => commentText(source, comment))].sort();
}

function wordMeaning(image: string): string {
  if (image.startsWith('"')) {
    const text = readText(image, 0, true, () => {});
    return text.sound ? JSON.stringify(textMeaning(text)) : withoutEnd(image);
  }
  const number = scanNumber(image);
  if (number.kind === 'integer') return image.replace(/^(-?)0+(?=\d)/, '$1').replace(/^-0$/, '0');
  return number.kind === 'bad' ? image : JSON.stringify(number);
}

/** The white space before a line break is neither part of a comment nor of a text without its closing quote. */
function withoutEnd(text: string): string {
  return text.replace(/[ \t\r]+$/, '').replaceAll('\r\n', '\n');
}

function meaning(node: SyntaxNode): unknown {
  switch (node.kind) {
    case 'text':
      return textMeaning(node);
    case 'integer':
      return { integer: (node.value ?? 0) + 0 };
    case 'duration':
      return { seconds: node.seconds };
    case 'size':
      return { megabytes: node.megabytes };
    case 'sender':
      return { ...parts(node), ids: inKinds(node.ids, ({ channel }) => channel.text).map(meaning) };
    case 'template': {
      const body = inKinds(node.body ?? [], (entry) => entry.kind).map(meaning);
      return { ...parts(node), body };
    }
    case 'flow':
      return { ...parts(node), settings: inKinds(node.settings, ({ kind }) => kind).map(meaning) };
    case 'step':
      return stepMeaning(node);
    default:
      return parts(node);
  }
}

/** A single verb means the same with braces and without, when each of its clauses stands between them. */
function stepMeaning(step: StepNode): unknown {
  const { content } = step;
  const own = ['lang', 'gender', 'repeat', 'flag'];
  const verbs = content?.kind === 'verbs' ? content : undefined;
  const isOpen = !verbs?.braces || (verbs.list.length === 1 && !step.clauses.some(({ kind }) => own.includes(kind)));
  const verbClauses = isOpen ? (verbs?.list.flatMap((verb) => verb.clauses) ?? []) : [];
  return {
    ...parts(step),
    content:
      verbs?.list.map((verb) => ({ ...parts(verb), clauses: isOpen ? [] : sorted(verb.clauses) })) ??
      (content && meaning(content)),
    clauses: sorted([...verbClauses, ...step.clauses]),
  };
}

function sorted(clauses: readonly ClauseNode[]): unknown[] {
  const kindOf = (clause: ClauseNode) => {
    if (clause.kind === 'flag') return `flag ${clause.keyword.text}`;
    return clause.kind === 'to' ? `to ${clause.channel?.text ?? 'phone'}` : clause.kind;
  };
  return inKinds(clauses, kindOf).map(meaning);
}

/** Those of a kind stay in their order. */
function inKinds<Item>(items: readonly Item[], kindOf: (item: Item) => string): Item[] {
  return [...items].sort((a, b) => (kindOf(a) < kindOf(b) ? -1 : kindOf(a) > kindOf(b) ? 1 : 0));
}

function textMeaning({ parts, sound }: TextNode): unknown {
  const merged: unknown[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.kind === 'hole') merged.push({ hole: part.name?.text });
    else if (typeof last === 'string') merged[merged.length - 1] = last + part.value;
    else merged.push(part.value);
  }
  return { text: merged, sound };
}

function parts(node: SyntaxNode | FileTree): Record<string, unknown> {
  const entries = Object.entries(node).filter(([key]) => key !== 'offset' && key !== 'length');
  return Object.fromEntries(entries.map(([key, value]) => [key, partMeaning(value)]));
}

function partMeaning(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(partMeaning);
  return typeof value === 'object' && value !== null ? meaning(value as SyntaxNode) : value;
}
