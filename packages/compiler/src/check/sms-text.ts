import { type Flow, flagOf, type Step } from '../names/model.js';
import { constantText, type ResolvedText } from '../names/symbols.js';
import { lengthRange } from '../names/values.js';
import { limits } from '../routee/limits.js';
import { gsmReplacement, isOnePart, segments } from '../routee/sms-segments.js';
import { longestForm } from './texts.js';

/** How an SMS is sent, at its longest: with every parameter as long as it may be. */
export interface SmsText {
  /** Of a text that is longer than it may be, those of what is allowed. */
  readonly parts: number;
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** In UTF-16 code units. */
  readonly length: number;
  /** What it may have. */
  readonly max: number;
  /** How many more characters of its encoding the last part holds. */
  readonly left: number;
  /** The different characters that force UCS-2. */
  readonly foreign: readonly string[];
  /** Whether parameters stand in it, so that it may be shorter. */
  readonly isWorstCase: boolean;
  /** False where a parameter has no upper limit: it counts with its lower one, so the text may be longer. */
  readonly isBounded: boolean;
  /** Whether what has a likeness in GSM-7 has been replaced by it. */
  readonly isTranscoded: boolean;
}

/** The text of an SMS step. Nothing for other steps, and for a text that is at fault. */
export function smsTextOf(step: Step, flow: Flow): SmsText | undefined {
  const text = smsContent(step, flow);
  if (text === undefined) return undefined;
  const longest = asSent(step, longestForm(text));
  const { max } = limits.sms.body;
  const { parts, encoding, foreign, left } = segments(longest.slice(0, max));
  return {
    parts,
    encoding,
    length: longest.length,
    max,
    left,
    foreign: [...new Set(foreign)],
    isWorstCase: constantText(text) === undefined,
    isBounded: lengthRange(text).bounded,
    isTranscoded: isTranscoded(step),
  };
}

/** Whether an SMS may need several parts: cheaper to ask than how many. */
export function mayNeedParts(step: Step, flow: Flow): boolean {
  const text = smsContent(step, flow);
  return text !== undefined && !isOnePart(longestForm(text));
}

function smsContent(step: Step, flow: Flow): ResolvedText | undefined {
  const { content } = step.node;
  if (step.channel !== 'sms' || content?.kind !== 'text') return undefined;
  const text = flow.texts.get(content);
  return text?.known ? text : undefined;
}

export function isTranscoded(step: Step): boolean {
  return flagOf(step, 'transcode') === true;
}

/** The text as Routee sends it: with `transcode`, what has a likeness in GSM-7 is replaced by it. */
export function asSent(step: Step, text: string): string {
  if (!isTranscoded(step)) return text;
  const foreign = new Set(text.match(/[^\0-~]/gu));
  return [...foreign].reduce((rest, one) => rest.replaceAll(one, gsmReplacement(one) ?? one), text);
}
