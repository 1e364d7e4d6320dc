import {
  type Diagnostic,
  fixAll,
  format,
  type ParsedFile,
  type Program,
  parse,
  requestProblems,
} from '@failover/compiler';
import { commentsOf, meaningOf, wordsOf } from '../../packages/compiler/test/format/meaning.js';
import { brokenInvariants } from '../../packages/compiler/test/syntax/invariants.js';
import { askEverything, valuesOf } from '../properties/checks.js';
import { silentGapsIn } from '../properties/completeness.js';
import type { Random } from '../properties/random.js';
import { isPossible, seeded } from '../properties/values.js';
import { main, programOfSample } from '../support/corpus.js';
import { uriOf } from '../support/project.js';
import { askAnywhere } from './ask-anywhere.js';
import { Case } from './texts.js';

const uri = uriOf(main);

/** What must hold of any text, and does not. */
export function problemsOf(one: Case): string[] {
  const random = seeded(one.start);
  const program = one.program();
  const parsed = parse(uri, one.text);
  return [
    ...brokenInvariants(one.text),
    ...silentGapsIn(parsed).map((gap) => `missing and not reported: ${gap}`),
    ...askEverything(program, random),
    ...askAnywhere(program, uri, random),
    ...formatProblems(one, parsed, program),
    ...requestsRefused(program, random),
    ...fixProblems(one, program),
  ];
}

function formatProblems(one: Case, parsed: ParsedFile, program: Program): string[] {
  const problems: string[] = [];
  const formatted = format(parsed);
  if (format(parse(uri, formatted)) !== formatted) problems.push('formatting twice is not formatting once');
  if (!isSame(commentsOf(formatted), commentsOf(one.text))) problems.push('formatting changes the comments');
  const isSound = parsed.diagnostics.length === 0;
  const isKept = isSound
    ? isSame(meaningOf(formatted), meaningOf(one.text))
    : isSame(wordsOf(formatted), wordsOf(one.text));
  if (!isKept) problems.push(`formatting changes what is said: ${formatted}`);
  const again = new Case(one.sample, formatted, one.start).program();
  const [before, after] = [codesOf(program), codesOf(again)];
  if (!isSame(before, after)) problems.push(`formatting changes the diagnostics ${before} to ${after}`);
  if (errorsOf(program).length === 0 && !isSame(bundlesOf(program), bundlesOf(again))) {
    problems.push('formatting changes a bundle');
  }
  return problems;
}

/** A flow without errors makes requests that its endpoint takes, with any values of the right types. */
function requestsRefused(program: Program, random: Random): string[] {
  if (errorsOf(program).length > 0) return [];
  return program.flows(uri).flatMap((flow) => {
    const { holes } = program.bundle(flow);
    if (!flow.parameters.every(({ effective }) => effective !== undefined && isPossible(effective))) return [];
    const bound = program.bind(flow, valuesOf(flow, random));
    if (bound.ok) return requestProblems(flow.endpoint, bound.payload).map(({ message }) => `refused: ${message}`);
    const places = new Set(holes.map(({ at }) => at));
    // Each value is of its type, so only what they make together can be at fault, and only where they stand.
    const others = bound.problems.filter(({ code, at }) => code !== 'FO5005' || at === undefined || !places.has(at));
    return others.map(({ code, message }) => `${code} for values of the right types: ${message}`);
  });
}

function fixProblems(one: Case, program: Program): string[] {
  const mended = fixAll(program, uri);
  if (mended === undefined) return [];
  const after = programOfSample(one.sample, new Map([[main, mended.text]]));
  const own = (diagnostics: readonly Diagnostic[]) => diagnostics.filter(({ severity }) => severity === 'error').length;
  const isWorse = own(after.diagnostics(uri)) > own(program.diagnostics(uri));
  return isWorse ? [`fixing all adds an error: ${mended.text}`] : [];
}

function errorsOf(program: Program): Diagnostic[] {
  return program.allDiagnostics().filter(({ severity }) => severity === 'error');
}

function codesOf(program: Program): string[] {
  return program
    .allDiagnostics()
    .map(({ code }) => code)
    .sort();
}

function bundlesOf(program: Program) {
  return program.flows(uri).map((flow) => program.bundle(flow));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
