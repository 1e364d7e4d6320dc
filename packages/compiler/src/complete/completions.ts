import type { Outline } from '../names/resolve.js';
import type { Program } from '../program.js';
import { statuses } from '../routee/channels.js';
import { fileTypes, sayLanguages } from '../routee/limits.js';
import { knownTemplateLanguages } from '../routee/templates.js';
import { typeWords } from '../syntax/words.js';
import { type Span, sourceOf } from '../text/span.js';
import { type Candidate, type Completions, stop } from './candidate.js';
import { clauseCandidates, flagCandidates, usualStatuses } from './clauses.js';
import { commentCompletions } from './comments.js';
import { cursorAt } from './cursor.js';
import {
  fileCandidates,
  senderChannelCandidates,
  settingCandidates,
  templateLineCandidates,
  templateNameCandidates,
} from './file.js';
import { holeCandidates, knownIdCandidates, senderCandidates, valueCandidates, wantedOf } from './names.js';
import { durationCandidates, sizeCandidates } from './numbers.js';
import { parameterCandidates } from './parameters.js';
import { pathCandidates } from './paths.js';
import { lastBefore, Question } from './question.js';
import { Reader } from './reader.js';
import { sampleUrl } from './samples.js';
import { readFile } from './scan.js';
import type { Around, Slot } from './slots.js';
import { contentCandidates, endpointOf, stepCandidates, stepSnippets, verbCandidates, word } from './steps.js';
import { argumentCandidates, templateCandidates, templateLanguageCandidates } from './templates.js';
import { textCompletions } from './texts.js';
import { wordCandidates } from './words.js';

export interface CompletionOptions {
  /** The files that an import could name, as URIs. */
  readonly files?: readonly string[] | undefined;
  /** The character before the place, where nobody asked for more than that it was typed. */
  readonly typed?: string | undefined;
}

/** What can stand at a place of a file, and nothing else. */
export function completionsAt(
  program: Program,
  uri: string,
  offset: number,
  options: CompletionOptions = {},
): Completions {
  const outline = program.outline(uri);
  const found = outline && completionsIn(outline, program, offset, options);
  if (found === undefined) return { span: { offset, length: 0 }, candidates: [] };
  return { span: found.span, candidates: found.candidates.toSorted((a, b) => a.rank - b.rank) };
}

function completionsIn(
  outline: Outline,
  program: Program,
  offset: number,
  { files = [], typed: character }: CompletionOptions,
): Completions | undefined {
  const question = new Question(program, outline, offset, files);
  const { parsed } = outline;
  const cursor = cursorAt(parsed, offset);
  if (cursor.kind === 'comment') return commentCompletions(question, cursor.comment);
  const start = cursor.typed?.startOffset ?? offset;
  const { items } = parsed.tree;
  const from = items[lastBefore(items, start)]?.offset ?? 0;
  const reader = new Reader(parsed.text, parsed.tokens, from, offset, cursor.typed);
  readFile(reader);
  const { slots, around } = reader;
  if (cursor.kind === 'text') return textCompletions(question, slots, around, cursor.content, character);
  const typed = cursor.typed === undefined ? '' : sourceOf(parsed.text, cursor.span);
  const isNumber = /^[-\d]/.test(typed);
  if (isAfterText(parsed.text, offset, typed)) return undefined;
  const taken = slots.filter(({ kind }) => !isNumber || kind === 'duration' || kind === 'size');
  const candidates = taken.flatMap((slot) => candidatesFor(slot, question, around, cursor.span, typed));
  return { span: cursor.span, candidates: withoutRepeats(candidates) };
}

/** In a broken file it may not be clear what a word would be: it is offered as what is nearest. */
function withoutRepeats(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ kind, label }) => {
    const key = `${kind} ${label}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** A word right behind a text would touch it. */
function isAfterText(text: string, offset: number, typed: string): boolean {
  return typed === '' && /["”’]/.test(text.charAt(offset - 1));
}

function candidatesFor(
  slot: Slot,
  question: Question,
  around: Around,
  span: Span,
  typed: string,
): readonly Candidate[] {
  switch (slot.kind) {
    case 'nothing':
      return [];
    case 'file':
      return fileCandidates(question, span.offset);
    case 'setting':
      return settingCandidates(question, slot.flow.settings);
    case 'step':
      return stepCandidates(question, slot.flow, slot.isFirst);
    case 'then':
      return [
        { ...word('then', 'step', 'keyword'), insert: ['then '], rank: 3 },
        ...stepSnippets(question, slot.flow).map(
          (one): Candidate => ({
            ...one,
            label: `then ${one.label}`,
            insert: ['then ', ...one.insert],
            rank: one.rank + 30,
          }),
        ),
      ];
    case 'content':
      return contentCandidates(question, slot.flow, slot.step);
    case 'clause': {
      const { flow, step, verb } = slot;
      const needsTemplate =
        step.channel === 'viber' && step.content === undefined && endpointOf(flow, step) === 'transactional';
      return needsTemplate ? [] : clauseCandidates(question, step, verb);
    }
    case 'flag':
      return flagCandidates(slot.step, slot.verb);
    case 'verb':
      return verbCandidates(question).map((one) => ({ ...one, rank: one.rank + 5 }));
    case 'status':
      return statusCandidates(slot.step.channel, slot.step.statuses);
    case 'template':
      return templateCandidates(question, slot.flow, slot.step);
    case 'argument':
      return argumentCandidates(question, slot.flow, slot.step);
    case 'argument-value':
      return valueCandidates(question, around, { argument: slot.name }, slot.step);
    case 'language':
      if (slot.verb !== undefined) return languageCandidates(sayLanguages);
      return [...templateLanguageCandidates(question, slot.step), ...valueCandidates(question, around, 'language')];
    case 'sender':
      return senderCandidates(question, slot.channel);
    case 'sender-channel':
      return senderChannelCandidates(slot.has);
    case 'template-line':
      return templateLineCandidates(question, slot.template);
    case 'wording-language':
      return languageCandidates(knownTemplateLanguages.filter((lang) => !slot.template.lines.has(lang)));
    case 'template-name':
      return templateNameCandidates(question);
    case 'parameter':
      return parameterCandidates(question, slot.flow);
    case 'type':
      return typeCandidates();
    case 'type-language':
      return languageCandidates(knownTemplateLanguages.filter((lang) => !slot.has.has(lang)));
    case 'words':
      return wordCandidates(slot.of === 'type' ? fileTypes : slot.words, slot.of);
    case 'duration':
      return durationCandidates(slot.of, typed);
    case 'size':
      return sizeCandidates(typed);
    case 'text':
      return textCandidates(slot.of, question);
    case 'value':
      return valueCandidates(question, around, slot.wanted);
    case 'hole':
      return holeCandidates(question, around, wantedOf(slot.wanted, question), (name) => name);
  }
}

function languageCandidates(langs: readonly string[]): Candidate[] {
  return langs.map((lang) => ({ kind: 'language', label: lang, insert: [lang], rank: 0 }));
}

/** Those that are not listed yet; before the first, also all of those that the API takes by itself. */
function statusCandidates(channel: 'viber' | 'sms' | 'voice', listed: ReadonlySet<string>): Candidate[] {
  const usual = usualStatuses(channel).join(', ');
  const all: Candidate[] =
    listed.size === 0 ? [{ kind: 'status', label: usual, insert: [usual], detail: 'what the API takes', rank: 0 }] : [];
  const single = statuses[channel].map(
    ({ word: label, meaning }): Candidate => ({
      kind: 'status',
      label,
      insert: [label],
      detail: meaning,
      about: { kind: 'word', word: label, place: { as: 'status', on: channel } },
      rank: 1,
    }),
  );
  return [...all, ...single.filter(({ label }) => !listed.has(label))];
}

function typeCandidates(): Candidate[] {
  const inserts: Readonly<Record<string, Candidate['insert']>> = {
    text: ['text(', stop('..40'), ')'],
    int: ['int(', stop('1..60'), ')'],
    lang: ['lang(', stop('en, el'), ')'],
  };
  const about = (name: string) => ({ kind: 'word', word: name, place: { as: 'type' } }) as const;
  const plain = typeWords
    .filter((name) => name !== 'lang')
    .map((name): Candidate => ({ kind: 'type', label: name, insert: [name], about: about(name), rank: 0 }));
  const ranged = Object.entries(inserts).map(
    ([name, insert]): Candidate => ({
      kind: 'type',
      label: `${name}(…)`,
      insert,
      filter: name,
      about: about(name),
      rank: 1,
    }),
  );
  return [...plain, ...ranged];
}

function textCandidates(of: Extract<Slot, { kind: 'text' }>['of'], question: Question): readonly Candidate[] {
  const samples: Readonly<Record<string, string>> = { let: sampleUrl, caption: 'Open', 'file-name': 'terms.pdf' };
  switch (of) {
    case 'path':
      return pathCandidates(question).map((one) => ({
        ...one,
        label: `"${one.label}"`,
        insert: ['"', ...one.insert, '"'],
      }));
    case 'template-id':
      return knownIdCandidates((id) => [`"${id}"`]);
    case 'message':
    case 'sender-id':
      return [];
    default:
      return [{ kind: 'value', label: '"…"', insert: ['"', stop(samples[of] ?? '…'), '"'], filter: '"', rank: 0 }];
  }
}
