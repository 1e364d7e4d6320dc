import { count, timeInWords } from '@failover/compiler';
import type {
  Call,
  SmsMessage,
  StorySmsSize,
  StoryStep,
  StoryVerb,
  TemplateMessage,
  ViberMessage,
} from '@failover/compiler/story';
import { type Block, listed, name, paragraph, quote, type Sentence, say } from './document.js';
import { timesText } from './phrases.js';

/** What a step sends: what the person reads or hears, then what belongs to it. */
export function tellContent(step: StoryStep): Block[] {
  const { content } = step;
  switch (content.kind) {
    case 'viber':
      return tellMessage(content);
    case 'template':
      return tellTemplate(content);
    case 'sms':
      return tellSms(content);
    case 'call':
      return tellCall(content);
  }
}

function tellMessage({ text, image, button, file, video }: ViberMessage): Block[] {
  const blocks: Block[] = text ? [{ kind: 'wording', text }] : [];
  const facts: Sentence[] = [];
  if (image) facts.push(say`With the picture ${name(image)}.`);
  if (button) facts.push(say`With a button ${quote(button.caption)}, which opens ${name(button.url)}.`);
  if (file) facts.push(say`With the file ${quote(file.name)} (${name(file.type)}) from ${name(file.url)}.`);
  if (video) {
    facts.push(
      say`With the video ${name(video.url)} of ${timeInWords(video.seconds)} and ${video.megabytes} MB; the picture ${name(video.thumbnail)} stands for it.`,
    );
  }
  return [...blocks, ...facts.map(paragraph)];
}

function tellTemplate({ id, name: declared, title, lang, arguments: list, wordings }: TemplateMessage): Block[] {
  const called = declared === undefined ? say`with the id ${name(id)}` : say`${name(declared)}`;
  const own = title === undefined ? [] : say`, Routee's own “${title}”`;
  const language = lang === undefined ? [] : say`, in the language ${name(lang)}`;
  const blocks: Block[] = [paragraph(say`The approved template ${called}${own}${language}.`)];
  for (const { lang: of, text } of wordings) {
    if (wordings.length > 1) blocks.push(paragraph(say`In ${name(of)}:`));
    blocks.push({ kind: 'wording', text });
  }
  if (list.length === 0 || wordings.length > 0) return blocks;
  const values = list.map(
    ({ name: of, value }) => say`${name(of)} is ${name(typeof value === 'number' ? String(value) : value)}`,
  );
  return [...blocks, paragraph(say`In it, ${listed(values)}.`)];
}

function tellSms({ text, size }: SmsMessage): Block[] {
  return [{ kind: 'wording', text }, ...(size ? [paragraph(tellSize(size))] : [])];
}

function tellSize(size: StorySmsSize): Sentence {
  const { parts, encoding, length, max, foreign, isWorstCase, isBounded, isTranscoded, unlimited, partsWithOthers } =
    size;
  const longest = isBounded
    ? `${isWorstCase ? 'At most ' : ''}${count(length, 'character')}`
    : `${count(length, 'character')} or more`;
  const amount = `${isWorstCase && parts > 1 && isBounded ? 'up to ' : ''}${count(parts, 'part')}${isBounded ? '' : ' or more'}`;
  const alphabet =
    encoding === 'GSM-7' ? say`in GSM-7` : say`in UCS-2 (Unicode), because of ${listed(charactersOf(foreign))}`;
  const open = isBounded
    ? []
    : say` No limit is set for ${listed(unlimited.map((one) => name(one)))}, so it may be longer, up to ${count(max, 'character')}.`;
  const others =
    partsWithOthers === undefined || partsWithOthers <= parts
      ? []
      : say` If a value brings other characters, such as Greek small letters, it goes as Unicode and takes up to ${count(partsWithOthers, 'part')}.`;
  const transcoded = isTranscoded ? say` Characters that have a likeness in GSM-7 are replaced by it.` : [];
  return say`${longest}: ${amount} ${alphabet}.${open}${others}${transcoded}`;
}

/** A few are an oversight, and told apart from those that they look like; more are another alphabet. */
const few = 3;

/** The characters that do not fit GSM-7. */
function charactersOf(foreign: readonly string[]): Sentence[] {
  const shown = foreign.slice(0, few);
  const rest = foreign.length - few;
  if (rest > 0) return [...shown.map((one) => say`${name(one)}`), say`${rest} more`];
  return shown.map((one) => say`${name(one)} (${codePointOf(one)})`);
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function tellCall({ verbs }: Call): Block[] {
  const endless = verbs.findIndex(({ repeat }) => repeat === 'forever');
  const items = verbs.map((verb, index): Sentence => {
    const unheard =
      endless >= 0 && index > endless ? say` It is never heard, because what is before it has no end.` : [];
    return say`${tellVerb(verb)}${unheard}`;
  });
  const [only] = items;
  if (items.length === 1 && only !== undefined) return [paragraph(say`The person hears: ${only}`)];
  return [paragraph(say`The person hears, one after the other:`), { kind: 'list', items }];
}

function tellVerb({ kind, value, lang, gender, repeat, bargeIn }: StoryVerb): Sentence {
  const what = kind === 'say' ? quote(value) : say`the recording ${name(value)}`;
  const speaker = kind === 'say' && gender !== undefined ? say` by a ${gender} voice` : [];
  const language = lang === undefined ? [] : say` in ${name(lang)}`;
  const read = speaker.length + language.length === 0 ? [] : say`, read${speaker}${language}`;
  const often =
    repeat === undefined
      ? []
      : repeat === 'forever'
        ? say`, over and over until the call ends`
        : say`, ${timesText(repeat)}`;
  const barge = bargeIn === true ? say` Pressing a key interrupts it.` : [];
  return say`${what}${read}${often}.${barge}`;
}
