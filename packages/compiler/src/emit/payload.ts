import { clauseOf, type Flow, flagOf, type Step, type TemplateUse, type Verb } from '../names/model.js';
import { plainPieces, type ResolvedText } from '../names/symbols.js';
import {
  callbackStrategies,
  channelTypes,
  type Devices,
  defaultStatuses,
  deliveryScopes,
  statuses,
} from '../routee/channels.js';
import { endpoints } from '../routee/endpoints.js';
import { limits } from '../routee/limits.js';
import { fileEnding } from '../routee/values.js';
import type { ValueNode } from '../syntax/tree.js';
import { type Json, pointerStep } from './json.js';

/** A place of the payload that a parameter fills. */
export interface Hole {
  /** A JSON Pointer into the payload. */
  readonly at: string;
  /**
   * The pieces to join to a text. A single parameter without anything else is the value itself, which may be a number.
   */
  readonly parts: readonly (string | { readonly param: string })[];
}

export interface Payload {
  readonly payload: { readonly [key: string]: Json };
  readonly holes: readonly Hole[];
  /** Where each text of the payload is written, with its JSON Pointer. */
  readonly places: readonly { readonly at: string; readonly text: ResolvedText }[];
}

/**
 * The request body of a flow without faults: what was written, and what the endpoint requires. Keys stand in the order
 * of the documentation's own examples.
 */
export function payloadOf(flow: Flow): Payload {
  return new Writer(flow).write();
}

type Fields = Record<string, Json | undefined>;

class Writer {
  readonly #flow: Flow;
  readonly #holes: Hole[] = [];
  readonly #places: Payload['places'][number][] = [];

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  write(): Payload {
    const flow = this.#flow;
    const steps = flow.steps.map((step, index) => this.#step(step, `/flow/${index}`));
    const callback = flow.callback && {
      strategy: callbackStrategies[flow.callback.moment],
      url: this.#text('/callback/url', flow.callback.url) ?? '',
    };
    return { payload: present({ flow: steps, callback }), holes: this.#holes, places: this.#places };
  }

  #step(step: Step, at: string): Json {
    const fields = this.#fields(step, at);
    const written = clauseOf(step, 'on')?.statuses.map(({ text }) => apiStatus(step, text));
    const isRequired = step.channel === 'viber' && step.template !== undefined;
    fields.type = channelTypes[step.channel];
    fields.order = step.order;
    fields.failoverOnStatuses = written ?? (isRequired ? defaultStatuses[step.channel] : undefined);
    return present(fields, endpoints[this.#flow.endpoint].keys[step.channel]);
  }

  #fields(step: Step, at: string): Fields {
    switch (step.channel) {
      case 'viber':
        return step.template === undefined ? this.#viber(step, at) : this.#template(step, step.template, at);
      case 'sms':
        return this.#sms(step, at);
      case 'voice':
        return this.#voice(step, at);
    }
  }

  #viber(step: Step, at: string): Fields {
    const image = clauseOf(step, 'image');
    const button = clauseOf(step, 'button');
    const message = `${at}/message`;
    const fields = this.#viberCommon(step, at);
    fields.ttl = minutesOf(step);
    fields.expireOnDelivery = flagOf(step, 'expire-on-delivery');
    fields.message = present({
      text: this.#content(step, `${message}/text`),
      imageUrl: this.#value(`${message}/imageUrl`, image?.value),
      action: button && {
        caption: this.#value(`${message}/action/caption`, button.caption) ?? '',
        targetUrl: this.#value(`${message}/action/targetUrl`, button.url) ?? '',
      },
      viberFile: this.#file(step, `${message}/viberFile`),
      viberVideo: this.#video(step, `${message}/viberVideo`),
    });
    fields.label = this.#value(`${at}/label`, clauseOf(step, 'label')?.text);
    return fields;
  }

  /** To be added to: a copy of an object costs more than all else here. */
  #viberCommon(step: Step, at: string): Fields {
    return {
      senderInfoTrackingId: this.#text(`${at}/senderInfoTrackingId`, step.sender?.id),
      to: this.#text(`${at}/to`, step.recipients[0]?.value),
      inboundUrl: this.#value(`${at}/inboundUrl`, clauseOf(step, 'inbound')?.value),
    };
  }

  #file(step: Step, at: string): Json | undefined {
    const file = clauseOf(step, 'file');
    if (file === undefined) return undefined;
    const fileName = this.#value(`${at}/fileName`, file.name) ?? '';
    const fileType = file.type?.text ?? fileEnding(fileName) ?? '';
    return { fileName, fileType, fileUrl: this.#value(`${at}/fileUrl`, file.url) ?? '' };
  }

  #video(step: Step, at: string): Json | undefined {
    const video = clauseOf(step, 'video');
    return (
      video && {
        videoUrl: this.#value(`${at}/videoUrl`, video.url) ?? '',
        videoThumbnail: this.#value(`${at}/videoThumbnail`, video.thumbnail) ?? '',
        fileSize: video.size?.megabytes ?? 0,
        duration: video.duration?.seconds ?? 0,
      }
    );
  }

  #template(step: Step, template: TemplateUse, at: string): Fields {
    const devices = clauseOf(step, 'devices')?.word?.text;
    const fields = this.#viberCommon(step, at);
    fields.templateId = this.#text(`${at}/templateId`, template.id);
    fields.templateLang = this.#text(`${at}/templateLang`, template.langText);
    fields.templateParams = template.hasArguments ? this.#arguments(template, `${at}/templateParams`) : undefined;
    fields.deliveryScope = devices && deliveryScopes[devices as Devices];
    fields.seq = clauseOf(step, 'seq')?.value?.value;
    fields.ttl = minutesOf(step) ?? limits.viber.ttl.default;
    return fields;
  }

  #arguments(template: TemplateUse, at: string): Json {
    return Object.fromEntries(
      template.arguments.map(({ name, value, asNumber }) => {
        if (typeof value === 'number') return [name, value];
        return [name, this.#text(at + pointerStep(name), value, asNumber) ?? ''];
      }),
    );
  }

  #sms(step: Step, at: string): Fields {
    const shorten = clauseOf(step, 'shorten-links');
    return {
      from: this.#text(`${at}/from`, step.sender?.id),
      to: this.#text(`${at}/to`, step.recipients[0]?.value),
      ttl: minutesOf(step),
      message: present({
        body: this.#content(step, `${at}/message/body`),
        flash: flagOf(step, 'flash'),
        label: this.#value(`${at}/message/label`, clauseOf(step, 'label')?.text),
        transcode: flagOf(step, 'transcode'),
      }),
      urlShortener: shorten && present({ urlValidity: shorten.duration?.seconds }),
    };
  }

  #voice(step: Step, at: string): Fields {
    const recipient = (kind: string) =>
      this.#text(`${at}/to/${kind}`, step.recipients.find((one) => one.kind === kind)?.value);
    const machine = clauseOf(step, 'machine');
    return {
      from: this.#text(`${at}/from`, step.sender?.id),
      to: present({ phone: recipient('phone'), viber: recipient('viber'), sip: recipient('sip') }),
      dialPlan: { verbs: step.verbs.map((verb, index) => this.#verb(verb, `${at}/dialPlan/verbs/${index}`)) },
      machineDetection:
        machine &&
        (machine.word?.text === 'continue'
          ? { strategy: 'Continue', eventUrl: this.#value(`${at}/machineDetection/eventUrl`, machine.value) ?? '' }
          : { strategy: 'Hangup' }),
    };
  }

  #verb(verb: Verb, at: string): Json {
    const times = clauseOf(verb, 'repeat')?.times;
    const repeat = times?.kind === 'word' ? limits.voice.repeat.forever : times?.value;
    const bargeIn = flagOf(verb, 'barge-in');
    if (verb.node.keyword.text === 'play') {
      return present({ type: 'PLAY', repeat, fileURL: this.#value(`${at}/fileURL`, verb.node.value), bargeIn });
    }
    const lang = clauseOf(verb, 'lang')?.lang;
    const message = present({
      language: lang?.kind === 'word' ? lang.text : undefined,
      gender: clauseOf(verb, 'gender')?.word?.text,
      text: this.#value(`${at}/message/text`, verb.node.value),
    });
    return present({ type: 'SAY', repeat, bargeIn, message });
  }

  // Texts

  #content(step: Step, at: string): string | undefined {
    return step.node.content?.kind === 'text' ? this.#value(at, step.node.content) : undefined;
  }

  #value(at: string, node: ValueNode | undefined): string | undefined {
    return node && this.#text(at, this.#flow.texts.get(node));
  }

  /** The text with its lets filled in; a parameter stands as it is written, and is listed as a hole. */
  #text(at: string, text: ResolvedText | undefined, asNumber = false): string | undefined {
    if (text === undefined) return undefined;
    this.#places.push({ at, text });
    const only = text.pieces[0];
    if (text.pieces.length === 1 && typeof only === 'string') return only;
    const parts = plainPieces(text);
    if (parts.some((part) => typeof part !== 'string')) {
      const isNumber = typeof only === 'object' && only.parameter.type?.kind === 'int';
      // A number alone in a text is a text still: an empty piece beside it says so.
      this.#holes.push({ at, parts: parts.length === 1 && isNumber && !asNumber ? ['', ...parts] : parts });
    }
    return parts.map((part) => (typeof part === 'string' ? part : `{${part.param}}`)).join('');
  }
}

/** The keys that have a value. */
function present(fields: Fields, keys: readonly string[] = Object.keys(fields)): { readonly [key: string]: Json } {
  const result: Record<string, Json> = {};
  for (const key of keys) {
    const value = fields[key];
    if (value !== undefined) result[key] = value;
  }
  return result;
}

/** The ttl in minutes, the unit of both endpoints. */
function minutesOf(step: Step): number | undefined {
  const seconds = clauseOf(step, 'ttl')?.duration?.seconds;
  return seconds === undefined ? undefined : seconds / 60;
}

function apiStatus(step: Step, word: string): string {
  return statuses[step.channel].find((status) => status.word === word)?.api ?? word;
}
