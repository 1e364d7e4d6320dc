import { channels, type EndpointName } from '../routee/channels.js';
import { type Candidate, type Insert, stop } from './candidate.js';
import { insertOf, usualStatuses, usualTtl } from './clauses.js';
import type { Question } from './question.js';
import { sampleUrl } from './samples.js';
import { type FlowDraft, newStep, type StepDraft } from './slots.js';
import { templateDetail, templateInsert } from './templates.js';

/** The channels, and whole steps to fill in. */
export function stepCandidates(question: Question, flow: FlowDraft, isFirst: boolean): Candidate[] {
  const words = channels.map((channel): Candidate => word(channel, 'step', 'channel'));
  const snippets = stepSnippets(question, flow);
  if (!isFirst || flow.steps.length === 0) return [...words, ...snippets];
  // What was the first step becomes the one after it.
  return [...words, ...snippets.map((one) => ({ ...one, insert: [...one.insert, ' then'] }))];
}

export function word(
  label: string,
  as: 'declaration' | 'setting' | 'step' | 'content' | 'part',
  kind: Candidate['kind'],
) {
  return { kind, label, insert: [label], about: { kind: 'word', word: label, place: { as } }, rank: 0 } as const;
}

const messageClauses = ['image', 'button', 'file', 'video'];

/** What fixes the endpoint: its word, or another step. */
export function endpointOf(flow: FlowDraft, except?: StepDraft): EndpointName | undefined {
  if (flow.endpoint !== undefined) return flow.endpoint;
  const others = flow.steps.filter((step) => step !== except && step.channel === 'viber');
  if (others.some(({ content }) => content === 'template')) return 'transactional';
  const sends = ({ content, clauses }: StepDraft) =>
    content === 'text' || messageClauses.some((one) => clauses.has(one));
  return others.some(sends) ? 'standard' : undefined;
}

export function stepSnippets(question: Question, flow: FlowDraft): Candidate[] {
  const endpoint = endpointOf(flow);
  const free = endpoint === 'transactional' ? [] : messageSteps(question, flow);
  const templates = endpoint === 'standard' ? [] : templateSteps(question, flow);
  return [...templates, ...free, ...otherSteps(question, flow)];
}

function templateSteps(question: Question, flow: FlowDraft): Candidate[] {
  const none = { arguments: new Set<string>(), clauses: new Set<string>() };
  return [...question.scope.templates.values()].map((symbol) => ({
    kind: 'snippet',
    label: `viber template ${symbol.name}`,
    insert: [
      ...['viber template ', ...templateInsert(question, flow, none, symbol), ...sender('viber', question, flow)],
      ...[' ttl ', stop(usualTtl('viber')), ' ', ...statusesOf('viber')],
    ],
    detail: templateDetail(symbol),
    about: { kind: 'symbol', symbol },
    rank: 10,
  }));
}

function messageSteps(question: Question, flow: FlowDraft): Candidate[] {
  const step = newStep('viber');
  const end: Insert = [
    ...sender('viber', question, flow),
    ' ttl ',
    stop(usualTtl('viber')),
    ' ',
    ...statusesOf('viber'),
  ];
  const clause = (name: string) => [' ', ...insertOf(name, question, step)];
  return [
    snippet('viber text', ['viber "', stop('Hello'), '"', ...end], 'a Viber message'),
    snippet(
      'viber image button',
      ['viber "', stop('Hello'), '"', ...clause('image'), ...clause('button'), ...end],
      'text, picture and button',
    ),
    snippet('viber file', ['viber', ...clause('file'), ...end], 'a file'),
    snippet('viber video', ['viber', ...clause('video'), ...end], 'a video'),
  ];
}

function otherSteps(question: Question, flow: FlowDraft): Candidate[] {
  const play = ['voice play "', stop(`${sampleUrl}/hello.wav`), '"', ...sender('voice', question, flow)];
  return [
    snippet(
      'sms text',
      [
        'sms "',
        stop('Hello'),
        '"',
        ...sender('sms', question, flow),
        ' ttl ',
        stop(usualTtl('sms')),
        ' ',
        ...statusesOf('sms'),
      ],
      'a text message',
    ),
    snippet(
      'voice say',
      [
        'voice say "',
        stop('Hello'),
        '" ',
        ...insertOf('lang', question, newStep('voice'), say),
        ...sender('voice', question, flow),
      ],
      'a call that reads a text aloud',
    ),
    snippet('voice play', play, 'a call that plays a sound'),
  ];
}

const say = { word: 'say', inBraces: false, clauses: new Set<string>() } as const;

function snippet(label: string, insert: Insert, detail: string): Candidate {
  return { kind: 'snippet', label, insert, detail, rank: 11 };
}

function statusesOf(channel: StepDraft['channel']): Insert {
  return ['on ', stop(usualStatuses(channel).join(', '))];
}

/** `from`, where no setting chooses the sender and none is the only one. */
function sender(channel: StepDraft['channel'], question: Question, flow: FlowDraft): Insert {
  const isSet = flow.settings.has('from') || question.outline.declarations.settings.some(({ kind }) => kind === 'from');
  const [only, ...more] = question.scope.senders.values();
  if (isSet || (more.length === 0 && only?.ids.has(channel))) return [];
  return [' ', ...insertOf('from', question, newStep(channel))];
}

/** What a step sends, right after its channel. */
export function contentCandidates(question: Question, flow: FlowDraft, step: StepDraft): Candidate[] {
  if (step.channel === 'sms') return [text()];
  if (step.channel === 'voice') return [...verbCandidates(question), { ...braces(question), rank: 3 }];
  const endpoint = endpointOf(flow, step);
  const template: Candidate[] = endpoint === 'standard' ? [] : [{ ...word('template', 'content', 'keyword'), rank: 1 }];
  if (endpoint !== 'standard') template.push(...declaredTemplates(question, flow, step));
  return endpoint === 'transactional' ? template : [text(), ...template];
}

function declaredTemplates(question: Question, flow: FlowDraft, step: StepDraft): Candidate[] {
  return [...question.scope.templates.values()].map((symbol) => ({
    kind: 'template',
    label: `template ${symbol.name}`,
    insert: ['template ', ...templateInsert(question, flow, step, symbol)],
    detail: templateDetail(symbol),
    about: { kind: 'symbol', symbol },
    rank: 1,
  }));
}

function text(): Candidate {
  return { kind: 'value', label: '"…"', insert: ['"', stop('Hello'), '"'], filter: '"', detail: 'text', rank: 0 };
}

export function verbCandidates(question: Question): Candidate[] {
  const lang = insertOf('lang', question, newStep('voice'), say);
  return [
    { ...word('say', 'content', 'keyword'), insert: ['say "', stop('Hello'), '" ', ...lang] },
    { ...word('play', 'content', 'keyword'), insert: ['play "', stop(`${sampleUrl}/hello.wav`), '"'], rank: 1 },
  ];
}

function braces(question: Question): Candidate {
  const [one] = verbCandidates(question);
  const insert: Insert = ['{\n  ', ...(one?.insert ?? []), '\n}'];
  return { kind: 'snippet', label: '{ … }', insert, filter: '{', detail: 'several verbs', rank: 3 };
}
