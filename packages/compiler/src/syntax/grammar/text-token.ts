import { syntax } from '../../diagnostics/fo1-syntax.js';
import { type Span, sourceOf } from '../../text/span.js';
import { type LocalExtras, rewrite, type SyntaxReport } from '../parser-base.js';
import { readText, type TextFaultKind } from '../text-literal.js';
import type * as tree from '../tree.js';

/** The node of a text, with a diagnostic for each of its faults. */
export function readTextToken(
  token: { image: string; startOffset: number },
  file: string,
  report: SyntaxReport,
): tree.TextNode {
  const { image } = token;
  const closed = isClosed(image);
  return readText(image, token.startOffset, closed, (kind, offset, length) => {
    // What runs on to the end of its line is hardly all meant as text.
    if (closed) reportTextFault(kind, { offset, length }, file, report);
  });
}

function reportTextFault(
  kind: TextFaultKind,
  span: { offset: number; length: number },
  file: string,
  report: SyntaxReport,
): void {
  const source = sourceOf(file, span);
  const name = source.replace(/[{}\s]/g, '');
  const write = (text: string) => ({ fixes: [rewrite(span, text)] });
  switch (kind) {
    case 'escape':
      // Other languages escape marks that need no escape here; before a letter, a backslash is meant as one.
      report(
        syntax.unknownEscape,
        span,
        { written: source },
        write(`${/\w|^\\$/.test(source) ? '\\\\' : ''}${source.slice(1)}`),
      );
      break;
    case 'code-point': {
      const meant = withBraces(source);
      report(syntax.badCodePoint, span, { written: source, meant }, meant === undefined ? {} : write(meant));
      break;
    }
    case 'unclosed-hole':
      report(syntax.unclosedHole, span, { name }, write(`{${name}}`));
      break;
    case 'not-a-hole':
      report(syntax.notAHole, span, { written: source }, notAHole(source, span));
      break;
    case 'doubled-hole':
      report(syntax.doubledHole, span, { name }, write(`{${name}}`));
      break;
    case 'stray-brace':
      report(syntax.strayBrace, span, undefined, write(source.replaceAll('}', '\\}')));
      break;
  }
}

/** What other languages write without braces. */
function withBraces(source: string): string | undefined {
  const digits = /^\\u([0-9a-fA-F]{4})$/.exec(source)?.[1];
  return digits === undefined || /^d[89a-f]/i.test(digits) ? undefined : `\\u{${digits}}`;
}

/** Ways to mend braces with something else in them than a name: as a name, or as no hole. */
function notAHole(source: string, span: Span): LocalExtras {
  const escaped = rewrite(span, source.replace(/[{}]/g, '\\$&'));
  const words = /^\{+\s*([\p{L}_][\p{L}\p{M}\p{Nd}_ .-]*?)\s*\}+$/u.exec(source)?.[1];
  if (words === undefined) return { fixes: [escaped] };
  return { fixes: [rewrite(span, `{${words.replace(/[ .-]+/g, '_')}}`), escaped] };
}

/** Whether the token of a text ends in what closes it. One in other quotes has been closed by the lexer. */
export function isClosed(image: string): boolean {
  if (image.charCodeAt(0) !== 0x22) return true;
  const quotes = image.startsWith('"""') ? 3 : 1;
  if (quotes === 1 && image.includes('\n')) return false;
  const end = image.length - quotes;
  if (end < quotes || image.charCodeAt(image.length - 1) !== 0x22) return false;
  if (quotes === 3 && !image.endsWith('"""')) return false;
  let backslashes = 0;
  while (image.charCodeAt(end - 1 - backslashes) === 0x5c) backslashes++;
  return backslashes % 2 === 0;
}
