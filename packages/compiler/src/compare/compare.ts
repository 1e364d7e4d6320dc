import { count } from '../diagnostics/define.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Program } from '../program.js';
import { contains, type Place, sourceOf } from '../text/span.js';
import { type Change, type FlowComparison, inOrder, rankOf } from './change.js';
import { compareFlows } from './compare-flow.js';
import { matchFlows, type SideFlow } from './match-flows.js';
import { quote, type Sentence, say, sentenceOf } from './sentence.js';

/** So many steps of a new flow are named. */
const mostShown = 8;

/** One side of a comparison. */
export interface Side {
  readonly program: Program;
  /** The files whose flows are compared, by URI: what they are called on both sides, such as a path in a folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Why the others cannot be read, by what they are called. */
  readonly unreadable?: ReadonlyMap<string, string> | undefined;
}

/**
 * What has changed for the persons who get the messages, and for those who send them: nothing where all requests are the
 * same, however their files are written.
 * @returns the flows that have changed, those with what matters most first
 */
export function compare(old: Side, next: Side): FlowComparison[] {
  const { pairs, removed, added } = matchFlows(flowsOf(old), flowsOf(next));
  const found = [
    ...pairs.map((pair) => comparePair(pair.old, pair.new)),
    ...removed.map((one) => comparisonOf(one, undefined, [goneFlow(one, next)])),
    ...added.map((one) => comparisonOf(undefined, one, [newFlow(one, old)])),
  ];
  const changed = found.filter(({ changes }) => changes.length > 0);
  const rank = ({ changes: [first] }: FlowComparison) => (first === undefined ? 0 : rankOf(first.kind));
  return changed.sort((a, b) => rank(a) - rank(b) || compareTexts(a.file, b.file));
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function flowsOf({ program, files }: Side): SideFlow[] {
  return [...files].flatMap(([uri, file]) => program.flows(uri).map((flow) => ({ program, flow, file })));
}

function placeOf({ flow }: SideFlow): Place {
  const { uri, offset, length } = flow.symbol;
  return { uri, offset, length };
}

function comparisonOf(
  old: SideFlow | undefined,
  next: SideFlow | undefined,
  changes: readonly Change[],
): FlowComparison {
  const shown = next ?? old;
  const places = { old: old && placeOf(old), new: next && placeOf(next) };
  return { name: shown?.flow.name ?? '', file: shown?.file ?? '', ...places, changes: inOrder(changes) };
}

function comparePair(old: SideFlow, next: SideFlow): FlowComparison {
  const places = { old: placeOf(old), new: placeOf(next) };
  const changes: Change[] = [];
  const health = compareHealth(old, next);
  if (health !== undefined) changes.push({ ...health, ...places });
  if (old.flow.sound && next.flow.sound) {
    changes.push(...compareFlows(old.program, old.flow, next.program, next.flow));
  }
  if (old.flow.name !== next.flow.name && !isNamedAfterFile(old, next)) {
    const sentence = say`it is now called ${quote(next.flow.name)} (was ${quote(old.flow.name)})`;
    changes.push({ kind: 'flow-renamed', sentence, ...places });
  }
  return comparisonOf(old, next, changes);
}

/** Where two files are compared with each other, it means nothing that they are called differently. */
function isNamedAfterFile(old: SideFlow, next: SideFlow): boolean {
  return old.file === next.file && old.flow.node.kind === 'chain' && next.flow.node.kind === 'chain';
}

/** Says whether errors have come or gone, and what they keep from being compared. */
function compareHealth(old: SideFlow, next: SideFlow): Pick<Change, 'kind' | 'sentence'> | undefined {
  const [was, is] = [errorsIn(old), errorsIn(next)];
  if (!old.flow.sound && !next.flow.sound) {
    if (textOf(old) === textOf(next)) return undefined;
    return { kind: 'flow-not-compared', sentence: say`it cannot be compared, since it has ${errorText(is)}` };
  }
  const open = ', so what has changed cannot be told';
  if (!next.flow.sound) return { kind: 'flow-broken', sentence: say`it now has ${errorText(is)}${open}` };
  if (!old.flow.sound) return { kind: 'flow-mended', sentence: say`it no longer has ${errorText(was)}${open}` };
  if (was.length === 0 && is.length > 0) return { kind: 'flow-broken', sentence: say`it now has ${errorText(is)}` };
  if (was.length > 0 && is.length === 0) {
    return { kind: 'flow-mended', sentence: say`it no longer has ${errorText(was)}` };
  }
  return undefined;
}

function errorsIn({ program, flow }: SideFlow): Diagnostic[] {
  const all = program.diagnostics(flow.uri);
  return all.filter((one) => one.severity === 'error' && contains(flow.node, one));
}

/** "an error (FO2001: …)", "3 errors (the first, FO2001: …)" */
function errorText(errors: readonly Diagnostic[]): Sentence {
  const [first] = errors;
  if (first === undefined) return ['an error'];
  const message = sentenceOf(first.message);
  if (errors.length === 1) return say`an error (${first.code}: ${message})`;
  return say`${count(errors.length, 'error')} (the first is ${first.code}: ${message})`;
}

function textOf({ program, flow }: SideFlow): string {
  return sourceOf(program.parsed(flow.uri)?.text ?? '', flow.node);
}

function goneFlow(one: SideFlow, next: Side): Change {
  const reason = whyNotFound(one, next, 'has');
  if (reason === undefined) return { kind: 'flow-removed', sentence: ['it is gone'], old: placeOf(one) };
  const sentence = say`it is not there any more, or cannot be read: ${reason}`;
  return { kind: 'flow-not-compared', sentence, old: placeOf(one) };
}

function newFlow(one: SideFlow, old: Side): Change {
  const reason = whyNotFound(one, old, 'had');
  if (reason === undefined) {
    return { kind: 'flow-added', sentence: say`it is new: ${chainOf(one)}`, new: placeOf(one) };
  }
  const sentence = say`it is new, or could not be read before: ${reason}`;
  return { kind: 'flow-not-compared', sentence, new: placeOf(one) };
}

/** "viber, then sms" */
function chainOf({ flow: { steps } }: SideFlow): string {
  const shown = steps.slice(0, mostShown).map(({ channel }) => channel);
  const rest = steps.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', then ');
}

/** Why a flow may be there all the same, though it was not found. */
function whyNotFound({ file }: SideFlow, { program, files, unreadable }: Side, has: string): Sentence | undefined {
  const problem = unreadable?.get(file);
  if (problem !== undefined) return say`${quote(file)}: ${problem}`;
  const [uri] = [...files].find(([, name]) => name === file) ?? [];
  const first =
    uri === undefined ? undefined : program.parsed(uri)?.diagnostics.find(({ severity }) => severity === 'error');
  return first && say`${quote(file)} ${has} an error (${first.code}: ${sentenceOf(first.message)})`;
}
