import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { lex } from '../../src/syntax/lexer.js';
import { parse } from '../../src/syntax/parse.js';
import { FailoverParser } from '../../src/syntax/parser.js';
import { childrenOf, type FileTree, type SyntaxNode } from '../../src/syntax/tree.js';
import { endOf, type Span } from '../../src/text/span.js';

/** Tells what Chevrotain itself found wrong, which the parser forgets when it is done. */
class WatchedParser extends FailoverParser {
  recognitionErrors: string[] = [];

  protected override stop(): void {
    this.recognitionErrors = this.errors.map(({ name, message }) => `${name}: ${message}`);
    super.stop();
  }
}

let watched: WatchedParser | undefined;

/** What must hold for any text whatever, and does not. */
export function brokenInvariants(text: string): string[] {
  const problems: string[] = [];
  const parsed = parse('memory:/a.failover', text);
  checkTiling(text, problems);
  const misspelt = parsed.diagnostics.filter(({ code }) => code === 'FO1030').map(({ offset }) => offset);
  checkTree(parsed.tree, text, new Set(misspelt), problems);
  checkDiagnostics(parsed.diagnostics, text, problems);
  watched ??= new WatchedParser();
  const { tokens, faults } = lex(text);
  watched.parse(
    text,
    tokens,
    faults.filter(({ kind }) => kind === 'character'),
    () => {},
  );
  problems.push(...watched.recognitionErrors);
  return problems;
}

/** Tokens, comments, meaningless characters and white space give the text back. */
function checkTiling(text: string, problems: string[]): void {
  const { tokens, comments, faults } = lex(text);
  const pieces: Span[] = [
    ...[...tokens].map(({ startOffset, image }) => ({ offset: startOffset, length: image.length })),
    ...comments,
    ...faults.filter(({ kind }) => kind === 'character'),
  ].sort((a, b) => a.offset - b.offset);
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (const piece of pieces) {
    if (piece.length <= 0 || piece.offset < at) problems.push(`piece at ${piece.offset} overlaps or is empty`);
    if (!isSpace(text.slice(at, piece.offset))) problems.push(`text is lost at ${at}`);
    at = endOf(piece);
  }
  if (at > text.length || !isSpace(text.slice(at))) problems.push(`text is lost at ${at}`);
  for (const { image, startOffset, endOffset } of tokens) {
    if (text.slice(startOffset, endOffset + 1) !== image) problems.push(`token at ${startOffset} is not its text`);
  }
  for (const fault of faults) checkSpan(`fault ${fault.kind}`, fault, text, problems);
}

function isSpace(text: string): boolean {
  return text.trim() === '' && !/[^ \t\r\n]/.test(text);
}

function checkTree(tree: FileTree, text: string, misspelt: ReadonlySet<number>, problems: string[]): void {
  const open: SyntaxNode[] = [tree];
  const seen = new Set<SyntaxNode>(open);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    checkSpan(node.kind, node, text, problems);
    if (node.kind === 'word' && !misspelt.has(node.offset) && text.slice(node.offset, endOf(node)) !== node.text) {
      problems.push(`word at ${node.offset} is not its text`);
    }
    let at = node.offset;
    for (const child of childrenOf(node)) {
      if (child.offset < at) problems.push(`${child.kind} at ${child.offset} overlaps its sibling in ${node.kind}`);
      if (endOf(child) > endOf(node)) problems.push(`${child.kind} at ${child.offset} leaves its ${node.kind}`);
      if (seen.has(child)) problems.push(`${child.kind} at ${child.offset} is a part of two nodes`);
      seen.add(child);
      at = endOf(child);
      open.push(child);
    }
  }
}

function checkDiagnostics(diagnostics: readonly Diagnostic[], text: string, problems: string[]): void {
  let last = 0;
  for (const diagnostic of diagnostics) {
    const { code, message } = diagnostic;
    checkSpan(code, diagnostic, text, problems);
    if (diagnostic.offset < last) problems.push(`${code} is out of order`);
    last = diagnostic.offset;
    if (!/^FO1\d\d\d$/.test(code)) problems.push(`${code} is no syntax code`);
    if (/undefined|NaN|\[object|\n/.test(message.replace(/`[^`]*`/g, '')) || message.length > 300) {
      problems.push(`unreadable message: ${message}`);
    }
    for (const place of diagnostic.related) checkSpan(`${code} related`, place, text, problems);
    for (const { edits } of diagnostic.fixes) {
      for (const edit of edits) checkSpan(`${code} edit`, edit, text, problems);
    }
  }
}

function checkSpan(what: string, { offset, length }: Span, text: string, problems: string[]): void {
  const sound = Number.isInteger(offset) && Number.isInteger(length) && offset >= 0 && length >= 0;
  if (!sound || offset + length > text.length) problems.push(`${what} stands at ${offset}, ${length} long`);
}
