import { lintCodes } from '../diagnostics/catalog.js';
import type { Diagnostic, Fix, TextEdit } from '../diagnostics/diagnostic.js';
import { lint } from '../diagnostics/fo4-lint.js';
import type { Program } from '../program.js';
import { withEdits } from '../text/edits.js';
import { firstFrom } from '../text/first-from.js';
import { endOf } from '../text/span.js';
import { lineBreakOf, programWith } from './edits.js';

/** One mend may lay open another fault; a file that is not done after so many rounds is left as far as it came. */
const mostRounds = 10;

/** A file with its safe fixes made. */
export interface FixedText {
  readonly text: string;
  /** How many fixes were made. */
  readonly fixes: number;
}

/**
 * The text of a file with everything mended of which there is no doubt how: errors that have exactly one fix, within the
 * file, and what can go without a change of what is sent. Nothing where there is nothing to mend. A round that would add an error is not made.
 */
export function fixAll(program: Program, uri: string): FixedText | undefined {
  const before = program.parsed(uri)?.text;
  if (before === undefined) return undefined;
  const lineBreak = lineBreakOf(before);
  let current = program;
  let text = before;
  let fixes = 0;
  for (let round = 0; round < mostRounds; round++) {
    const safe = safeFixes(current.diagnostics(uri), uri);
    if (safe.length === 0) break;
    const edits = safe.flatMap((fix) => fix.edits);
    const next = withEdits(
      text,
      edits.map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/g, lineBreak) })),
    );
    const after = programWith(program, uri, next);
    if (errorsIn(after, uri) > errorsIn(current, uri)) break;
    current = after;
    text = next;
    fixes += safe.length;
  }
  return text === before ? undefined : { text, fixes };
}

/** Of doubts about a file that compiles, only those whose mend changes nothing that is sent or declared. */
const harmlessCodes: readonly string[] = [lint.ignoresNothing.code, lint.unusedImport.code];

/** The fix of a diagnostic that is sure to be meant. What somebody has declared and may be about to use is not taken away. */
function safeFix({ code, severity, fixes, uri }: Diagnostic): Fix | undefined {
  const [only, ...others] = fixes;
  if (lintCodes.includes(code) && !harmlessCodes.includes(code)) return undefined;
  if (only === undefined || others.length > 0 || severity === 'hint' || severity === 'information') return undefined;
  return only.edits.every((edit) => edit.uri === uri) ? only : undefined;
}

/** Those that do not get into each other's way; what is left over comes in the next round. */
function safeFixes(diagnostics: readonly Diagnostic[], uri: string): Fix[] {
  const fixes: Fix[] = [];
  /** In the order of the text. */
  const taken: TextEdit[] = [];
  for (const diagnostic of diagnostics) {
    const fix = safeFix(diagnostic);
    if (fix === undefined || !fix.edits.every((edit) => edit.uri === uri && isApart(edit, taken))) continue;
    fixes.push(fix);
    for (const edit of fix.edits) taken.splice(firstFrom(taken, edit.offset + 1, offsetOf), 0, edit);
  }
  return fixes;
}

/** Whether an edit touches none of others, which are in the order of the text and apart from each other. */
function isApart(edit: TextEdit, others: readonly TextEdit[]): boolean {
  const index = firstFrom(others, edit.offset, offsetOf);
  const [before, after] = [others[index - 1], others[index]];
  return (before === undefined || endOf(before) < edit.offset) && (after === undefined || endOf(edit) < after.offset);
}

function offsetOf({ offset }: TextEdit): number {
  return offset;
}

function errorsIn(program: Program, uri: string): number {
  return program.diagnostics(uri).filter(({ severity }) => severity === 'error').length;
}
