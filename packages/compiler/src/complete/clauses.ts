import { takersNamed } from '../check/clauses.js';
import { type ClauseOwner, ownerOf } from '../describe/description.js';
import { defaultStatuses, statuses } from '../routee/channels.js';
import { limits, sayLanguages, type ViberContent } from '../routee/limits.js';
import { viberCombination } from '../routee/values.js';
import { canonicalDuration } from '../syntax/numbers.js';
import {
  clauseOrder,
  clauseWords,
  devicesWords,
  flagWords,
  genderWords,
  isFlag,
  machineWords,
} from '../syntax/words.js';
import { type Candidate, type Insert, stop } from './candidate.js';
import { languagesOf } from './languages.js';
import type { Question } from './question.js';
import { sampleNumber, sampleSenders, sampleUrl } from './samples.js';
import type { StepDraft, VerbDraft } from './slots.js';

const everyWord: readonly string[] = [...clauseWords, ...flagWords];

/** The clauses that a step does not have yet, those that it needs first. */
export function clauseCandidates(question: Question, step: StepDraft, verb: VerbDraft | undefined): Candidate[] {
  const candidates: Candidate[] = [];
  for (const name of everyWord) {
    const owner = ownerOfClause(name, step, verb);
    if (owner === undefined || isTaken(name, step)) continue;
    const one = clauseCandidate(name, owner, insertOf(name, question, step, verb), rankOf(name, owner));
    candidates.push(one);
    if (isFlag(name)) candidates.push(negated(one));
  }
  return candidates;
}

/** The flags that can stand after `no`. */
export function flagCandidates(step: StepDraft, verb: VerbDraft | undefined): Candidate[] {
  return flagWords.flatMap((name) => {
    const owner = ownerOfClause(name, step, verb);
    return owner === undefined || step.clauses.has(name) ? [] : [clauseCandidate(name, owner, [name], 0)];
  });
}

function clauseCandidate(name: string, on: ClauseOwner, insert: Insert, rank: number): Candidate {
  const about = { kind: 'word', word: name, place: { as: 'clause', on } } as const;
  return { kind: isFlag(name) ? 'flag' : 'clause', label: name, insert, about, rank };
}

function negated(flag: Candidate): Candidate {
  return { ...flag, label: `no ${flag.label}`, insert: [`no ${flag.label}`], rank: flag.rank + 20 };
}

/** What takes the clause here: the verb or the step. Nothing where neither does. */
function ownerOfClause(name: string, step: StepDraft, verb: VerbDraft | undefined): ClauseOwner | undefined {
  const takers = takersNamed(name);
  if (takers === undefined) return undefined;
  if (verb !== undefined && takers.verbs?.includes(verb.word)) return verb.word;
  if (verb?.inBraces) return undefined;
  const owner = ownerOf(step.channel, step.content === 'template');
  if (step.channel !== 'viber') return takers[step.channel] ? owner : undefined;
  const isTakenBy = takers.viber === 'both' || takers.viber === (owner === 'viber' ? 'message' : 'template');
  if (!isTakenBy) return undefined;
  if (isContent(name)) return mayJoin(name, step) ? owner : undefined;
  // Without a message or a template, a Viber step is nothing yet.
  return step.content !== undefined || hasContent(step) ? owner : undefined;
}

function isTaken(name: string, step: StepDraft): boolean {
  if (name !== 'to' || step.channel !== 'voice') return step.clauses.has(name);
  return ['to', 'to viber', 'to sip'].every((target) => step.clauses.has(target));
}

const contents = ['image', 'button', 'file', 'video'] as const;

function isContent(name: string): name is (typeof contents)[number] {
  return (contents as readonly string[]).includes(name);
}

/** Whether a content can be part of the message with what is there. */
function mayJoin(name: ViberContent, step: StepDraft): boolean {
  const has: ViberContent[] = contents.filter((content) => step.clauses.has(content));
  if (step.content === 'text') has.push('text');
  return viberCombination([...has, name]) !== 'refused';
}

function hasContent(step: StepDraft): boolean {
  return contents.some((content) => step.clauses.has(content));
}

const required: Readonly<Partial<Record<ClauseOwner, readonly string[]>>> = {
  'viber template': ['lang', 'ttl', 'on'],
  say: ['lang'],
};
const usual: readonly string[] = ['ttl', 'on'];

function rankOf(name: string, owner: ClauseOwner): number {
  const needed = required[owner]?.indexOf(name) ?? -1;
  if (needed !== -1) return needed;
  if (usual.includes(name)) return 5 + usual.indexOf(name);
  return 10 + (clauseOrder as readonly string[]).indexOf(isFlag(name) ? 'flag' : name);
}

/** The ttl that most want: the API's own for Viber, some minutes for an SMS, whose own is most of a day. */
export function usualTtl(channel: 'viber' | 'sms'): string {
  const { viber } = limits;
  return canonicalDuration(60 * (channel === 'viber' ? viber.ttl.default : viber.ttl.default / 2));
}

export function usualStatuses(channel: StepDraft['channel']): readonly string[] {
  return usualWords[channel];
}

const usualWords = { viber: usualIn('viber'), sms: usualIn('sms'), voice: usualIn('voice') };

function usualIn(channel: StepDraft['channel']): string[] {
  return statuses[channel].filter(({ api }) => defaultStatuses[channel].includes(api)).map(({ word }) => word);
}

function quoted(text: string): Insert {
  return ['"', stop(text), '"'];
}

/** Clauses whose insertion depends on nothing around them. */
const fixedInserts: Readonly<Record<string, Insert>> = {
  image: ['image ', ...quoted(`${sampleUrl}/image.png`)],
  inbound: ['inbound ', ...quoted(`${sampleUrl}/inbound`)],
  button: ['button ', ...quoted('Open'), ' ', ...quoted(sampleUrl)],
  file: ['file ', ...quoted(`${sampleUrl}/terms.pdf`), ' as ', ...quoted('terms.pdf')],
  video: [
    ...['video ', ...quoted(`${sampleUrl}/video.mp4`), ' thumbnail ', ...quoted(`${sampleUrl}/video.png`)],
    ...[' size ', stop('12MB'), ' duration ', stop('30s')],
  ],
  label: ['label ', ...quoted('spring')],
  devices: ['devices ', stop(devicesWords[0], devicesWords)],
  gender: ['gender ', stop(genderWords[1], [...genderWords].reverse())],
  machine: ['machine ', stop(machineWords[0])],
  seq: ['seq ', stop('1')],
  repeat: ['repeat ', stop('2')],
  to: ['to ', ...quoted(sampleNumber)],
};

/** A clause with what has to follow its word. */
export function insertOf(name: string, question: Question, step: StepDraft, verb?: VerbDraft): Insert {
  switch (name) {
    case 'lang':
      return ['lang ', verb === undefined ? languageStop(question, step) : stop(sayLanguages[0] ?? '', sayLanguages)];
    case 'from': {
      const senders = [...question.scope.senders.values()].filter(({ ids }) => ids.has(step.channel));
      const names = senders.map((sender) => sender.name);
      return names[0] === undefined
        ? ['from ', ...quoted(sampleSenders[step.channel])]
        : ['from ', stop(names[0], names)];
    }
    case 'ttl':
      return ['ttl ', stop(usualTtl(step.channel === 'sms' ? 'sms' : 'viber'))];
    case 'on':
      return ['on ', stop(usualStatuses(step.channel).join(', '))];
    default:
      return fixedInserts[name] ?? [name];
  }
}

export function languageStop(question: Question, step: Pick<StepDraft, 'template'>) {
  const langs = languagesOf(question, step.template).map(({ lang }) => lang);
  return stop(langs[0] ?? 'en', langs);
}
