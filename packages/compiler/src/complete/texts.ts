import type { Span } from '../text/span.js';
import { spanBetween } from '../text/span.js';
import type { Candidate, Completions } from './candidate.js';
import { holeCandidates, knownIdCandidates, wantedOf } from './names.js';
import { pathCandidates } from './paths.js';
import type { Question } from './question.js';
import type { Around, Slot, ValueRole } from './slots.js';

/** Between the quotes of a text: the names for its holes, or what a text of its kind can be as a whole. */
export function textCompletions(
  question: Question,
  slots: readonly Slot[],
  around: Around,
  content: Span,
  typed: string | undefined,
): Completions | undefined {
  const roles = slots.map((slot) => (slot.kind === 'text' ? slot.of : slot.kind));
  if (roles.includes('path')) return { span: content, candidates: pathCandidates(question) };
  if (roles.includes('template-id') || roles.includes('template')) {
    return { span: content, candidates: knownIdCandidates((id) => [id]) };
  }
  const isFixed =
    roles.length === 0 || roles.includes('sender-id') || roles.includes('default') || roles.includes('sender');
  if (isFixed) return undefined;
  const wanted = isWhole(question, content) ? wantedAmong(slots) : undefined;
  return holeCompletions(question, around, wanted, content, typed);
}

/** Whether a hole here would be all of the text, so that it has to be of the kind that the text has to be. */
function isWhole({ parsed, offset }: Question, content: Span): boolean {
  const text = parsed.text.slice(content.offset, content.offset + content.length);
  const before = parsed.text.slice(content.offset, offset);
  return /^\{?[^{}\s]*\}?$/u.test(text) && /^\{?[^{}\s]*$/u.test(before) && (text === '' || text.startsWith('{'));
}

function wantedAmong(slots: readonly Slot[]): ValueRole | undefined {
  for (const slot of slots) {
    if (slot.kind === 'value') return slot.wanted;
    if (slot.kind === 'argument-value') return { argument: slot.name };
  }
  return undefined;
}

function holeCompletions(
  question: Question,
  around: Around,
  role: ValueRole | undefined,
  content: Span,
  typedCharacter: string | undefined,
): Completions | undefined {
  const { parsed, offset } = question;
  const before = parsed.text.slice(content.offset, offset);
  const wanted = role === undefined ? ({ kind: 'any' } as const) : wantedOf(role, question);
  const open = /(?:^|[^\\])(?:\\\\)*\{([\p{L}\p{M}\p{Nd}_-]*)$/u.exec(before);
  if (open !== null) {
    const typed = open[1] ?? '';
    const after = parsed.text.slice(offset, content.offset + content.length);
    const rest = /^[\p{L}\p{M}\p{Nd}_-]*/u.exec(after)?.[0] ?? '';
    const isClosed = after.startsWith('}', rest.length);
    // What follows an open brace without closing it is the text that goes on.
    const end = offset + (isClosed ? rest.length : 0);
    const candidates = holeCandidates(question, around, wanted, (name) => (isClosed ? name : `${name}}`));
    return { span: spanBetween(offset - typed.length, end), candidates };
  }
  // Who writes words is not asked at each space and comma whether a name is meant.
  if (typedCharacter !== undefined && typedCharacter !== '"') return undefined;
  if (/[\p{L}\p{Nd}\\]$/u.test(before)) return undefined;
  const candidates = holeCandidates(question, around, wanted, (name) => `{${name}}`).map(
    (one): Candidate => ({ ...one, label: `{${one.label}}`, filter: `{${one.label}}` }),
  );
  return { span: { offset, length: 0 }, candidates };
}
