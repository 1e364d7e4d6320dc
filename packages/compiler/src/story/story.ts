import type { SmsText } from '../check/sms-text.js';
import type { CallbackMoment, Channel, Devices, EndpointName } from '../routee/channels.js';

/**
 * What a flow does to the person who gets its messages, without the words and the layout that say it: plain data, the
 * same for two flows that do the same. Times are in seconds. What is not written and has no default is absent.
 */
export interface Story {
  readonly flow: string;
  readonly documentation?: string;
  readonly endpoint: StoryEndpoint;
  /** In the order of the list, else of their first use. */
  readonly parameters: readonly StoryParameter[];
  readonly callback?: { readonly url: StoryText; readonly on: CallbackMoment };
  readonly steps: readonly StoryStep[];
  /** When the last step has waited for as long as it may, and so has each before it. */
  readonly endsAtLatest: Moment;
}

export interface StoryEndpoint {
  readonly name: EndpointName;
  readonly method: 'POST';
  readonly path: string;
  /** What decides it: the word before `flow`, a Viber step with a template, or that there is no such step. */
  readonly because: 'word' | 'template' | 'no-template';
}

/** A text with its lets filled in: characters, and parameters to be filled in. */
export type StoryText = readonly (string | { readonly param: string })[];

/** A time since the start of the flow: so many seconds, and as long as so many calls take, which nobody knows. */
export interface Moment {
  readonly seconds: number;
  readonly calls: number;
}

export interface StoryStep {
  /** From 1. */
  readonly order: number;
  readonly channel: Channel;
  readonly documentation?: string;
  /** Seconds since the start of the flow, if each step before moves on as soon as it can. */
  readonly startsAtEarliest: number;
  /** If each step before waits for as long as it may. */
  readonly startsAtLatest: Moment;
  /** False where no status moves the flow on from a step before. */
  readonly isReached: boolean;
  /** The ttl; absent for a call, of which nobody knows how long it takes. */
  readonly waits?: { readonly seconds: number; readonly byDefault: boolean };
  /** What starts the next step; no status on the last one. */
  readonly movesOn: { readonly statuses: readonly StoryStatus[]; readonly byDefault: boolean };
  /** The other statuses that could: with these the flow ends here. All of them on the last step. */
  readonly stopsOn: readonly StoryStatus[];
  readonly sender?: { readonly id: StoryText; readonly name?: string };
  readonly recipients: readonly StoryRecipient[];
  readonly content: StoryContent;
  readonly options: StoryOptions;
}

export interface StoryStatus {
  /** As the language writes it. */
  readonly word: string;
  /** What it tells, in a sentence. */
  readonly meaning: string;
}

export interface StoryRecipient {
  readonly kind: 'phone' | 'viber' | 'sip';
  readonly to: StoryText;
}

export type StoryContent = ViberMessage | TemplateMessage | SmsMessage | Call;

export interface ViberMessage {
  readonly kind: 'viber';
  readonly text?: StoryText;
  readonly image?: StoryText;
  readonly button?: { readonly caption: StoryText; readonly url: StoryText };
  readonly file?: { readonly url: StoryText; readonly name: StoryText; readonly type: string };
  /** `megabytes`, and `seconds` of running. */
  readonly video?: {
    readonly url: StoryText;
    readonly thumbnail: StoryText;
    readonly megabytes: number;
    readonly seconds: number;
  };
}

export interface TemplateMessage {
  readonly kind: 'template';
  readonly id: StoryText;
  /** As it is declared. */
  readonly name?: string;
  /** Of one of Routee's own. */
  readonly title?: string;
  readonly lang?: StoryText;
  readonly arguments: readonly StoryArgument[];
  /** What the person reads, in each language that it may be, where the declaration has the wording. */
  readonly wordings: readonly { readonly lang: string; readonly text: StoryText }[];
}

export interface StoryArgument {
  readonly name: string;
  readonly value: StoryText | number;
  /** Whether it is sent as a number. */
  readonly isNumber: boolean;
}

export interface SmsMessage {
  readonly kind: 'sms';
  readonly text: StoryText;
  readonly size?: StorySmsSize;
}

/** How an SMS is sent at its longest, with each parameter in characters of GSM-7. */
export interface StorySmsSize extends SmsText {
  /** Its parameters without an upper limit. */
  readonly unlimited: readonly string[];
  /** How many parts it has when a value brings characters outside GSM-7; absent where no value can make a difference. */
  readonly partsWithOthers?: number;
}

export interface Call {
  readonly kind: 'call';
  readonly verbs: readonly StoryVerb[];
}

export interface StoryVerb {
  readonly kind: 'say' | 'play';
  /** What is read aloud, or the address of what is played. */
  readonly value: StoryText;
  readonly lang?: string;
  readonly gender?: string;
  readonly repeat?: number | 'forever';
  readonly bargeIn?: boolean;
}

/** Clauses that are the same in each kind of message. */
export interface StoryOptions {
  readonly expireOnDelivery?: boolean;
  readonly flash?: boolean;
  readonly transcode?: boolean;
  readonly shortenLinks?: { readonly seconds: number; readonly byDefault: boolean };
  readonly label?: StoryText;
  readonly inbound?: StoryText;
  readonly devices?: Devices;
  readonly seq?: number;
  /** What happens when a machine answers; with an address, the call goes on as that says. */
  readonly machine?: { readonly strategy: 'hangup' } | { readonly strategy: 'continue'; readonly url: StoryText };
}

export interface StoryParameter {
  readonly name: string;
  readonly documentation?: string;
  /** As the language writes it. */
  readonly type: string;
  /** What a value must be, in words: "a text of 4 to 10 characters". */
  readonly accepts: string;
  /** How a value is given. */
  readonly givenAs: 'text' | 'number';
  readonly default?: string | number;
  /** Whether the author wrote it in a list; else it follows from where it is used. */
  readonly isListed: boolean;
  readonly uses: readonly StoryUse[];
}

export interface StoryUse {
  /** Absent for what belongs to the whole flow. */
  readonly step?: number;
  readonly in: UsePlace;
  /** The argument of the template that it is. */
  readonly argument?: string;
  readonly sentAs: 'text' | 'number';
}

export type UsePlace =
  | ('sender' | 'recipient' | 'callback' | 'text' | 'label' | 'inbound')
  | ('template-id' | 'template-lang' | 'template-argument')
  | ('image' | 'button-caption' | 'button-url' | 'file-url' | 'file-name' | 'video-url' | 'video-thumbnail')
  | ('say' | 'play' | 'machine');
