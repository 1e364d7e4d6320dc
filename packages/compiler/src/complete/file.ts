import { limits } from '../routee/limits.js';
import { knownTemplateLanguages, knownTemplates, minutesParameters } from '../routee/templates.js';
import { categoryWords, channelWords, settingWords } from '../syntax/words.js';
import { type Candidate, type Insert, stop } from './candidate.js';
import type { Question } from './question.js';
import { freshName, sampleId, sampleNumber, sampleSenders, sampleUrl } from './samples.js';
import type { FlowDraft, TemplateDraft } from './slots.js';
import { stepCandidates, stepSnippets, word } from './steps.js';

/** What can stand between two declarations. @param start where the word begins that is being typed */
export function fileCandidates(question: Question, start: number): Candidate[] {
  const items = question.parsed.tree.items.filter(({ kind, offset }) => kind !== 'skipped' && offset !== start);
  const isBefore = (offset: number) => offset < start;
  const others = items.filter(({ kind }) => kind !== 'import');
  const hasChain = others.some(({ kind }) => kind === 'chain');
  if (others.some(({ kind, offset }) => kind === 'chain' && isBefore(offset))) return [];
  const candidates: Candidate[] = [];
  if (!others.some(({ offset }) => isBefore(offset))) {
    candidates.push({
      ...word('import', 'declaration', 'keyword'),
      insert: ['import "', stop('./brand.failover'), '"'],
      rank: 2,
    });
  }
  candidates.push(...declarationCandidates(question));
  const set = new Set<string>(others.map(({ kind }) => kind));
  candidates.push(...settingCandidates(question, set).map((one) => ({ ...one, rank: 6 })));
  const flow = aFlow();
  if (!hasChain && !items.some(({ offset }) => offset > start)) {
    candidates.push(...stepCandidates(question, flow, true).map((one) => ({ ...one, rank: one.rank + 7 })));
  }
  return candidates;
}

function aFlow(): FlowDraft {
  return { kind: 'flow', offset: -1, endpoint: undefined, settings: new Set(), steps: [] };
}

function declarationCandidates(question: Question): Candidate[] {
  const hasSender = question.scope.senders.size > 0;
  const declared = (name: string, insert: Insert, rank: number): Candidate => ({
    ...word(name, 'declaration', 'keyword'),
    insert,
    rank,
  });
  return [
    declared('flow', flowInsert(question), hasSender ? 0 : 1),
    declared('sender', senderInsert(question), hasSender ? 4 : 0),
    declared('template', templateInsert(question), 3),
    declared('let', ['let ', stop(freshName('api', question.scope.lets)), ' = "', stop(sampleUrl), '"'], 5),
    declared('standard', ['standard ', ...flowInsert(question, 'standard')], 8),
    declared('transactional', ['transactional ', ...flowInsert(question, 'transactional')], 8),
  ];
}

/** A flow of two steps: the first template, where there is one, else a text; then an SMS. */
function flowInsert(question: Question, endpoint?: FlowDraft['endpoint']): Insert {
  const steps = stepSnippets(question, { ...aFlow(), endpoint });
  const first = steps.find(({ label }) => label.startsWith('viber'));
  const second = steps.find(({ label }) => label.startsWith('sms'));
  const name = freshName('hello', new Set(question.outline.declarations.flows.map((flow) => flow.name)));
  const parameters: Insert = ['flow ', stop(name), '(to: phone) {\n  '];
  // Its arguments are taken by name where there is no list, and a new flow knows nothing but whom to reach.
  const head: Insert = first?.label.startsWith('viber template') ? ['flow ', stop(name), ' {\n  '] : parameters;
  return [
    ...head,
    ...(first?.insert ?? []),
    ...(first === undefined ? [] : ['\n  then ']),
    ...(second?.insert ?? []),
    '\n}',
  ];
}

function senderInsert(question: Question): Insert {
  const name = freshName('acme', question.scope.senders);
  return [
    ...['sender ', stop(name), ' {\n  viber "', stop(sampleId), '"\n  sms "', stop('ACME'), '"\n  voice "'],
    ...[stop(sampleSenders.voice), '"\n}'],
  ];
}

function templateInsert(question: Question): Insert {
  const name = freshName('greeting', question.scope.templates);
  return [
    ...['template ', stop(name), '(', stop('customer'), ': text(..40)) "', stop(sampleId), '" {\n  category '],
    ...[stop('transactional'), '\n  lang ', stop('en'), '\n}'],
  ];
}

/** Settings that are not set yet. */
export function settingCandidates(question: Question, set: ReadonlySet<string>): Candidate[] {
  const inserts: Readonly<Record<string, Insert>> = {
    from: settingSender(question),
    to: ['to "', stop(sampleNumber), '"'],
    callback: ['callback "', stop(`${sampleUrl}/failover`), '" on ', stop('step', ['step', 'completion'])],
  };
  return settingWords
    .filter((name) => !set.has(name))
    .map((name) => ({ ...word(name, 'setting', 'keyword'), insert: inserts[name] ?? [name], rank: 5 }));
}

function settingSender(question: Question): Insert {
  const names = [...question.scope.senders.keys()];
  return names[0] === undefined ? ['from "', stop('ACME'), '"'] : ['from ', stop(names[0], names)];
}

export function senderChannelCandidates(has: ReadonlySet<string>): Candidate[] {
  return channelWords
    .filter((channel) => !has.has(channel))
    .map((channel) => ({
      ...word(channel, 'step', 'channel'),
      about: { kind: 'word', word: 'from', place: { as: 'clause', on: channel } },
      insert: [`${channel} "`, stop(sampleSenders[channel]), '"'],
    }));
}

/** A whole declaration of each predefined template. */
export function templateNameCandidates(question: Question): Candidate[] {
  const type = (name: string) =>
    minutesParameters.includes(name)
      ? 'int(1..)'
      : name === 'pin'
        ? `text(${limits.otp.pin.min}..${limits.otp.pin.max})`
        : `text(..${limits.otp.text.max})`;
  return knownTemplates.map((template) => {
    const name = freshName(template.name, question.scope.templates);
    const params = template.parameters.map((name) => `${name}: ${type(name)}`).join(', ');
    const head = `(${params}) "${template.id}" {\n  category otp\n  lang `;
    return {
      kind: 'template',
      label: template.name,
      insert: [stop(name), head, stop('en', knownTemplateLanguages), '\n}'],
      detail: `${template.title} (${template.parameters.join(', ')})`,
      about: { kind: 'known-template', template },
      rank: 0,
    };
  });
}

export function templateLineCandidates(question: Question, template: TemplateDraft): Candidate[] {
  const langs = knownTemplateLanguages.filter((lang) => !template.lines.has(lang));
  const names = question.templateParameters(template.offset).map(({ name }) => name);
  const holes = names.map((name) => `{${name}}`);
  // A one-time password has its parameter `pin`.
  const categories = names.includes('pin') ? categoryWords : categoryWords.toReversed();
  const category: Candidate = {
    ...word('category', 'part', 'keyword'),
    insert: ['category ', stop(categories[0] ?? '', categories)],
  };
  const lang: Candidate = {
    ...word('lang', 'part', 'keyword'),
    insert: ['lang ', stop(langs[0] ?? 'en', langs), ' "', stop(['…', ...holes].join(' ')), '"'],
    rank: 1,
  };
  return template.lines.has('category') ? [lang] : [category, lang];
}
