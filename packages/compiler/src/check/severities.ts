import { lintCodes } from '../diagnostics/catalog.js';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js';
import { lint } from '../diagnostics/fo4-lint.js';
import { diagnosticOf } from '../diagnostics/reporter.js';
import type { ParsedFile } from '../syntax/parse.js';
import { type Ignore, ignoresOf } from './ignores.js';

/** A severity for each FO4 code, or `off`. */
export type RuleSeverities = Readonly<Record<string, Severity | 'off'>>;

/** Applies the project's severities and the ignore comments of the file, and puts everything in order. */
export function applyRules(file: ParsedFile, found: readonly Diagnostic[], rules: RuleSeverities): Diagnostic[] {
  const ignores = ignoresOf(file);
  if (found.length === 0 && ignores.length === 0) return [];
  const kept = ignores.length === 0 ? [...found] : found.filter((diagnostic) => !isIgnored(diagnostic, ignores));
  const isBroken = file.diagnostics.length > 0;
  for (const ignore of ignores) {
    const problem = problemOf(ignore, isBroken);
    if (problem === undefined) continue;
    const params = { code: ignore.code, problem };
    const edits = [{ uri: file.uri, offset: ignore.removal.offset, length: ignore.removal.length, text: '' }];
    const extras = { fixes: [{ title: 'Remove it', edits }] };
    kept.push(diagnosticOf(file.uri, lint.ignoresNothing, ignore, params, extras));
  }
  return kept.flatMap((diagnostic) => withSeverity(diagnostic, rules)).sort(byPlace);
}

function isIgnored(diagnostic: Diagnostic, ignores: readonly Ignore[]): boolean {
  if (!lintCodes.includes(diagnostic.code)) return false;
  let ignored = false;
  for (const ignore of ignores) {
    const { target } = ignore;
    if (ignore.code !== diagnostic.code || target === undefined) continue;
    const inside = target.offset <= diagnostic.offset && diagnostic.offset < target.offset + Math.max(1, target.length);
    if (!inside) continue;
    ignore.used = true;
    ignored = true;
  }
  return ignored;
}

function problemOf(ignore: Ignore, isBroken: boolean): string | undefined {
  if (!/^FO\d{4}$/.test(ignore.code)) return 'that is not a code';
  if (!lintCodes.includes(ignore.code)) {
    return /^FO4/.test(ignore.code) ? 'there is no such code' : 'only FO4 codes can be silenced';
  }
  // A broken file is not looked at closely enough to know.
  return ignore.used || isBroken ? undefined : 'there is nothing to silence';
}

function withSeverity(diagnostic: Diagnostic, rules: RuleSeverities): Diagnostic[] {
  if (!lintCodes.includes(diagnostic.code) || !Object.hasOwn(rules, diagnostic.code)) return [diagnostic];
  const severity = rules[diagnostic.code];
  return severity === undefined || severity === 'off' ? [] : [{ ...diagnostic, severity }];
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.offset - b.offset || a.length - b.length || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
