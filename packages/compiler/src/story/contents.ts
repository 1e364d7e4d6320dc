import { smsTextOf } from '../check/sms-text.js';
import { longestForm } from '../check/texts.js';
import { clauseOf, type Flow, flagOf, type Step, type TemplateUse, type Verb } from '../names/model.js';
import { constantText, type ResolvedText } from '../names/symbols.js';
import { lengthRange } from '../names/values.js';
import { segments } from '../routee/sms-segments.js';
import { knownTemplate } from '../routee/templates.js';
import { fileEnding } from '../routee/values.js';
import type { WordingNode } from '../syntax/tree.js';
import type {
  Call,
  SmsMessage,
  StoryContent,
  StorySmsSize,
  StoryText,
  StoryUse,
  StoryVerb,
  TemplateMessage,
  UsePlace,
  ViberMessage,
} from './story.js';
import { asWritten, type Texts } from './texts.js';

/** What a step sends. */
export function contentOf(step: Step, flow: Flow, texts: Texts): StoryContent {
  switch (step.channel) {
    case 'viber':
      return step.template === undefined ? viberMessage(step, texts) : templateMessage(step, step.template, texts);
    case 'sms':
      return smsMessage(step, flow, texts);
    case 'voice':
      return call(step, texts);
  }
}

function viberMessage(step: Step, texts: Texts): ViberMessage {
  const at = placesOf(step);
  const { content } = step.node;
  const text = content?.kind === 'text' ? texts.ofNode(content, at('text')) : undefined;
  const image = texts.maybe(clauseOf(step, 'image')?.value, at('image'));
  const button = clauseOf(step, 'button');
  const file = clauseOf(step, 'file');
  const fileName = texts.ofNode(file?.name, at('file-name'));
  const video = clauseOf(step, 'video');
  return {
    kind: 'viber',
    ...(text && { text }),
    ...(image && { image }),
    ...(button && {
      button: {
        caption: texts.ofNode(button.caption, at('button-caption')),
        url: texts.ofNode(button.url, at('button-url')),
      },
    }),
    ...(file && {
      file: {
        url: texts.ofNode(file.url, at('file-url')),
        name: fileName,
        type: file.type?.text ?? fileEnding(asWritten(fileName)) ?? '',
      },
    }),
    ...(video && {
      video: {
        url: texts.ofNode(video.url, at('video-url')),
        thumbnail: texts.ofNode(video.thumbnail, at('video-thumbnail')),
        megabytes: video.size?.megabytes ?? 0,
        seconds: video.duration?.seconds ?? 0,
      },
    }),
  };
}

function templateMessage(step: Step, template: TemplateUse, texts: Texts): TemplateMessage {
  const at = placesOf(step);
  const { symbol, id, langText } = template;
  const title = id && knownTemplate(constantText(id) ?? '')?.title;
  const values = template.arguments.map(({ name, value, asNumber }) => ({
    name,
    value:
      typeof value === 'number' ? value : texts.of(value, { ...at('template-argument'), argument: name }, asNumber),
    isNumber: typeof value === 'number' || asNumber,
  }));
  return {
    kind: 'template',
    id: texts.of(id, at('template-id')),
    ...(symbol && { name: symbol.name }),
    ...(title && { title }),
    ...(langText && { lang: texts.of(langText, at('template-lang')) }),
    arguments: values,
    wordings: wordingsOf(template, new Map(values.map(({ name, value }) => [name, value]))),
  };
}

/** The approved wording with its arguments, in each language that may be sent. */
function wordingsOf(
  { symbol, langText }: TemplateUse,
  values: ReadonlyMap<string, StoryText | number>,
): TemplateMessage['wordings'] {
  const possible = langText === undefined ? undefined : languagesIn(langText);
  return [...(symbol?.langs ?? [])]
    .filter(([lang]) => possible === undefined || possible.includes(lang))
    .flatMap(([lang, { text }]) => (text === undefined ? [] : [{ lang, text: filled(text, values) }]));
}

/** The languages that a text can name; nothing where it can be any. */
function languagesIn(text: ResolvedText): readonly string[] | undefined {
  const constant = constantText(text);
  if (constant !== undefined) return [constant];
  const [piece] = text.pieces;
  const type = typeof piece === 'object' ? piece.parameter.effective : undefined;
  return type?.kind === 'lang' && type.langs.length > 0 ? type.langs : undefined;
}

function filled(text: NonNullable<WordingNode['text']>, values: ReadonlyMap<string, StoryText | number>): StoryText {
  const pieces = text.parts.flatMap((part): StoryText => {
    if (part.kind === 'chars') return [part.value];
    const name = part.name?.text ?? '';
    const value = values.get(name);
    return value === undefined ? [{ param: name }] : typeof value === 'number' ? [String(value)] : value;
  });
  return joined(pieces);
}

/** Neighbouring characters as one piece. */
function joined(pieces: StoryText): StoryText {
  const result: (string | { readonly param: string })[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') result[result.length - 1] = last + piece;
    else result.push(piece);
  }
  return result;
}

function smsMessage(step: Step, flow: Flow, texts: Texts): SmsMessage {
  const node = step.node.content?.kind === 'text' ? step.node.content : undefined;
  const text = node && flow.texts.get(node);
  const size = text && sizeOf(step, flow, text);
  return { kind: 'sms', text: texts.of(text, placesOf(step)('text')), ...(size && { size }) };
}

function sizeOf(step: Step, flow: Flow, text: ResolvedText): StorySmsSize | undefined {
  const size = smsTextOf(step, flow);
  if (size === undefined) return undefined;
  const unlimited = text.pieces.flatMap((piece) =>
    typeof piece === 'string' || lengthRange({ ...text, pieces: [piece] }).bounded ? [] : [piece.parameter.name],
  );
  const isOpen = size.encoding === 'GSM-7' && text.pieces.some((piece) => typeof piece !== 'string' && isFree(piece));
  const { parts } = segments(longestForm(text, foreignCharacter).slice(0, size.max));
  return { ...size, unlimited: [...new Set(unlimited)], ...(isOpen && { partsWithOthers: parts }) };
}

/** One that has no likeness in GSM-7 either. */
const foreignCharacter = '字';

/** Whether a value may have any characters. */
function isFree({ parameter }: Exclude<ResolvedText['pieces'][number], string>): boolean {
  return parameter.effective?.kind === 'text' || parameter.effective?.kind === 'url';
}

function call(step: Step, texts: Texts): Call {
  return { kind: 'call', verbs: step.verbs.map((verb) => storyVerb(step, verb, texts)) };
}

function storyVerb(step: Step, verb: Verb, texts: Texts): StoryVerb {
  const kind = verb.node.keyword.text === 'play' ? 'play' : 'say';
  const lang = clauseOf(verb, 'lang')?.lang;
  const gender = clauseOf(verb, 'gender')?.word?.text;
  const times = clauseOf(verb, 'repeat')?.times;
  const repeat = times?.kind === 'word' ? 'forever' : times?.value;
  const bargeIn = flagOf(verb, 'barge-in');
  return {
    kind,
    value: texts.ofNode(verb.node.value, placesOf(step)(kind)),
    ...(lang?.kind === 'word' && { lang: lang.text }),
    ...(gender !== undefined && { gender }),
    ...(repeat !== undefined && { repeat }),
    ...(bargeIn !== undefined && { bargeIn }),
  };
}

export function placesOf({ order }: Step): (place: UsePlace) => Omit<StoryUse, 'sentAs'> {
  return (place) => ({ step: order, in: place });
}
