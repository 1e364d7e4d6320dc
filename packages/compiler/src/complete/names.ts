import { fits, intersect, typeText, type Wanted } from '../names/types.js';
import type { Channel } from '../routee/channels.js';
import { knownTemplates } from '../routee/templates.js';
import { clauseOf } from '../syntax/words.js';
import { type Candidate, stop } from './candidate.js';
import type { NamedValue, Question } from './question.js';
import { sampleOf, sampleSenders } from './samples.js';
import type { Around, StepDraft, ValueRole } from './slots.js';

/** Names that are declared: parameters, lets, senders, and what a value may be. */

export function holeCandidates(
  question: Question,
  around: Around,
  wanted: Wanted,
  write: (name: string) => string,
): Candidate[] {
  return question
    .values(around)
    .filter((symbol) => (wanted.kind === 'lang' ? isLanguage(symbol) : isFit(symbol, wanted)))
    .map((symbol) => ({
      kind: symbol.kind === 'let' ? 'let' : 'parameter',
      label: symbol.name,
      insert: [write(symbol.name)],
      detail: detailOf(symbol),
      about: { kind: 'symbol', symbol },
      rank: rankOf(symbol, wanted),
    }));
}

/** A text or a hole, where neither stands. */
export function valueCandidates(question: Question, around: Around, role: ValueRole, step?: StepDraft): Candidate[] {
  const wanted = wantedOf(role, question, step);
  const holes = holeCandidates(question, around, wanted, (name) => `{${name}}`).map((one) => {
    const isNamesake = typeof role === 'object' && role.argument === one.label;
    return {
      ...one,
      label: `{${one.label}}`,
      filter: `{${one.label}} ${one.label}`,
      rank: isNamesake ? 0 : one.rank + 1,
    };
  });
  if (role === 'language') return holes;
  // Without a list, a flow has the parameters that it names.
  const name = typeof role === 'object' ? role.argument : '';
  const isNew = around.kind === 'flow' && question.parameterList(around) === undefined && name !== '';
  if (isNew && !holes.some(({ label }) => label === `{${name}}`)) {
    const label = `{${name}}`;
    holes.unshift({
      kind: 'parameter',
      label,
      insert: [label],
      detail: 'a new parameter',
      filter: `${label} ${name}`,
      rank: 0,
    });
  }
  const sample = sampleOf(
    wanted.kind === 'any' ? { kind: 'text' } : wanted,
    typeof role === 'object' ? role.argument : '',
  );
  const text: Candidate =
    wanted.kind === 'int'
      ? { kind: 'value', label: sample, insert: [stop(sample)], rank: 5 }
      : { kind: 'value', label: `"${sample}"`, insert: ['"', stop(sample), '"'], rank: 5 };
  return [...holes, text];
}

export function wantedOf(role: ValueRole, question: Question, step?: StepDraft): Wanted {
  if (typeof role === 'object') {
    return (
      question.template(step?.template)?.params.find(({ name }) => name === role.argument)?.type ?? { kind: 'any' }
    );
  }
  switch (role) {
    case 'url':
      return { kind: 'url' };
    case 'https':
      return { kind: 'url', https: true };
    case 'phone':
      return { kind: 'phone' };
    case 'sip':
      return { kind: 'text' };
    case 'language':
      return { kind: 'lang', langs: [] };
  }
}

/** Many a text could be a language: only those that say so are offered as one. */
function isLanguage(symbol: NamedValue): boolean {
  if (symbol.kind !== 'let') return symbol.type?.kind === 'lang';
  const [part] = symbol.node.value?.parts ?? [];
  return part?.kind === 'chars' && symbol.node.value?.parts.length === 1 && clauseOf(part.value) === 'lang';
}

/** Parameters first; in the words of a text, whom it goes to last. */
function rankOf(symbol: NamedValue, wanted: Wanted): number {
  if (symbol.kind === 'let') return 1;
  return wanted.kind === 'any' && symbol.type?.kind === 'phone' ? 2 : 0;
}

function isFit(symbol: NamedValue, wanted: Wanted): boolean {
  if (symbol.kind === 'let') return wanted.kind !== 'int';
  if (symbol.type === undefined) return true;
  // The uses of a parameter without a declaration make its type together.
  return symbol.node === undefined ? intersect(symbol.type, wanted) !== undefined : fits(symbol.type, wanted);
}

function detailOf(symbol: NamedValue): string | undefined {
  if (symbol.kind === 'let') {
    const { value } = symbol.node;
    if (value === undefined) return undefined;
    const text = value.parts.map((part) => (part.kind === 'chars' ? part.value : `{${part.name?.text ?? ''}}`));
    return `"${text.join('')}"`;
  }
  return symbol.type && typeText(symbol.type);
}

/** Senders with an id on the channel; every sender where the channel is open. */
export function senderCandidates(question: Question, channel: Channel | undefined): Candidate[] {
  const senders = [...question.scope.senders.values()];
  if (senders.length === 0) {
    const sample = sampleSenders[channel ?? 'sms'];
    return [{ kind: 'value', label: `"${sample}"`, insert: ['"', stop(sample), '"'], rank: 0 }];
  }
  return senders
    .filter(({ ids }) => channel === undefined || ids.has(channel))
    .map((symbol) => ({
      kind: 'sender',
      label: symbol.name,
      insert: [symbol.name],
      detail: [...symbol.ids.keys()].join(', '),
      about: { kind: 'symbol', symbol },
      rank: 0,
    }));
}

/** Ids of Routee's predefined templates, as they stand between quotes. */
export function knownIdCandidates(
  write: (id: string, parameters: readonly string[]) => Candidate['insert'],
): Candidate[] {
  return knownTemplates.map((template) => ({
    kind: 'template',
    label: `Routee: ${template.title}`,
    insert: write(template.id, template.parameters),
    detail: `(${template.parameters.join(', ')})`,
    about: { kind: 'known-template', template },
    filter: `${template.name} ${template.id} ${template.title}`,
    rank: 5,
  }));
}
