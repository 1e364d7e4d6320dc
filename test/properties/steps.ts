import type { Template } from './declarations.js';
import type { Tokens } from './layout.js';
import { languages, type Param, phoneNumber, type Scope } from './values.js';
import { commas, duration, hole, quote, type Writer } from './writer.js';

/** Steps within the limits of their endpoint. */

export type Channel = 'viber' | 'sms' | 'voice';

/** What stands right after the channel, and clauses, which come in any order. */
interface StepParts {
  readonly head: Tokens;
  readonly clauses: readonly Tokens[];
}

const statuses: Readonly<Record<Channel, readonly string[]>> = {
  viber: ['expired', 'failed', 'undelivered'],
  sms: ['failed', 'undelivered'],
  voice: ['busy', 'no-answer', 'failed', 'unsent', 'terminated', 'completed'],
};

export class StepWriter {
  readonly #writer: Writer;
  readonly #scope: Scope;
  readonly #senders: readonly string[];
  /** Whether a step must say from whom it is. */
  readonly #mustSayFrom: boolean;

  constructor(writer: Writer, scope: Scope, senders: readonly string[], hasFrom: boolean) {
    this.#writer = writer;
    this.#scope = scope;
    this.#senders = senders;
    this.#mustSayFrom = senders.length > 1 && !hasFrom;
  }

  /** @param template what a Viber step sends, unless it is a message */
  step(channel: Channel, template: Template | undefined): Tokens {
    const { head, clauses } = this.#content(channel, template);
    const all = [...clauses, ...this.#common(channel)];
    return [channel, ...head, ...this.#writer.random.some(all, all.length).flat()];
  }

  #content(channel: Channel, template: Template | undefined): StepParts {
    if (channel === 'sms') return this.#sms();
    if (channel === 'voice') return this.#voice();
    return template === undefined ? this.#message() : this.#template(template);
  }

  #common(channel: Channel): Tokens[] {
    const { random } = this.#writer;
    const clauses: Tokens[] = [];
    if (this.#mustSayFrom || random.chance(20)) {
      const literal = { viber: '"0094d198"', sms: '"ACME"', voice: '"302101234567"' }[channel];
      clauses.push(['from', random.chance(70) ? random.pick(this.#senders) : literal]);
    }
    const hasTo = random.chance(15);
    if (hasTo) clauses.push(['to', ...(random.chance(20) ? ['phone'] : []), ...this.#writer.phone(this.#scope)]);
    if (channel === 'voice' && random.chance(hasTo ? 40 : 10)) {
      clauses.push(['to', 'sip', random.pick(['"1111@example.com:55080"', '"sip:a@b"'])]);
    }
    if (channel === 'voice' && random.chance(10)) clauses.push(['to', 'viber', quote(phoneNumber(random))]);
    if (channel === 'viber' && random.chance(40)) {
      clauses.push(['ttl', duration(random.integer(5, 14_400) * 6, random)]);
    }
    if (channel === 'sms' && random.chance(40)) clauses.push(['ttl', duration(random.integer(1, 1440) * 60, random)]);
    if (random.chance(40)) clauses.push(['on', ...commas(random.some(statuses[channel], 1).map((status) => [status]))]);
    return clauses;
  }

  #message(): StepParts {
    const { random } = this.#writer;
    const text = this.#text(1000);
    const image = ['image', ...this.#address('https://cdn.acme.com/a.png')];
    const button = ['button', this.#text(30), ...this.#address('acme:open')];
    const contents = random.pick<StepParts>([
      { head: [text], clauses: [] },
      { head: [], clauses: [image] },
      { head: [text], clauses: [button] },
      { head: [text], clauses: [image, button] },
      { head: [], clauses: [this.#file()] },
      { head: [], clauses: [this.#video()] },
      { head: [text], clauses: [this.#video()] },
      { head: [text], clauses: [this.#video(), button] },
      { head: [text], clauses: [image] },
      { head: [], clauses: [image, button] },
    ]);
    const clauses = [...contents.clauses];
    if (random.chance(20)) clauses.push(this.#flag('expire-on-delivery'));
    if (random.chance(20)) clauses.push(['label', this.#text(350)]);
    if (random.chance(20)) clauses.push(this.#inbound());
    return { head: contents.head, clauses };
  }

  #video(): Tokens {
    const { random } = this.#writer;
    const parts = [
      ['thumbnail', ...this.#address('https://cdn.acme.com/a.jpg')],
      ['size', random.pick(['12MB', '0.5MB', '200MB'])],
      ['duration', duration(random.integer(1, 600), random)],
    ];
    return ['video', ...this.#address('https://cdn.acme.com/a.mp4'), ...random.some(parts, parts.length).flat()];
  }

  #file(): Tokens {
    const name = this.#writer.random.chance(50) ? [this.#writer.fileName(this.#scope)] : ['"prices"', 'type', 'xlsx'];
    return ['file', ...this.#address('https://cdn.acme.com/a'), 'as', ...name];
  }

  #template({ name, params, defaults, langs }: Template): StepParts {
    const { random } = this.#writer;
    const args = params.flatMap((param) => {
      const isTaken = this.#scope.params.includes(param) || defaults.has(param.name);
      return isTaken && random.chance(50) ? [] : [[param.name, ':', ...this.#argument(param)]];
    });
    const list =
      args.length > 0 || random.chance(20) ? ['(', ...commas(random.some(args, args.length), random), ')'] : [];
    const clauses: Tokens[] = [['lang', ...this.#language(langs.length === 0 ? languages : langs)]];
    if (random.chance(20)) clauses.push(['devices', random.pick(['primary', 'all'])]);
    if (random.chance(20)) clauses.push(['seq', random.pick(['0', '7', '-3', '9007199254740991'])]);
    if (random.chance(20)) clauses.push(this.#inbound());
    return { head: ['template', name, ...list], clauses };
  }

  #argument(param: Param): Tokens {
    const canBeHole = this.#scope.params.includes(param);
    return canBeHole && this.#writer.random.chance(50) ? hole(param) : [this.#writer.literal(param)];
  }

  #language(langs: readonly string[]): Tokens {
    const { random, lets } = this.#writer;
    const isFit = ({ kind, langs: own = [] }: Param) => kind === 'lang' && own.every((lang) => langs.includes(lang));
    const named = [...this.#scope.params.filter(isFit), ...lets.filter(({ lang = '' }) => langs.includes(lang))];
    return named.length > 0 && random.chance(50) ? hole(random.pick(named)) : [random.pick(langs)];
  }

  #sms(): StepParts {
    const { random } = this.#writer;
    const clauses: Tokens[] = [];
    for (const flag of ['flash', 'transcode']) if (random.chance(20)) clauses.push(this.#flag(flag));
    if (random.chance(20)) clauses.push(['label', this.#text(350)]);
    if (random.chance(20)) {
      const validity = random.chance(60) ? ['for', duration(random.integer(3600, 2_592_000), random)] : [];
      clauses.push(['shorten-links', ...validity]);
    }
    return { head: [this.#text(1600)], clauses };
  }

  #voice(): StepParts {
    const { random } = this.#writer;
    const verbs = Array.from({ length: random.pick([1, 1, 2, 3]) }, () => this.#verb());
    const machine: Tokens[] = random.pick([
      ...[[], [], [], [['machine', 'hangup']]],
      [['machine', 'continue', ...this.#address('https://api.acme.com/plan')]],
    ]);
    const [only] = verbs;
    if (verbs.length === 1 && only !== undefined && random.chance(70)) {
      return { head: only.head, clauses: [...only.clauses, ...machine] };
    }
    const inside = verbs.flatMap(({ head, clauses }) => [...head, ...random.some(clauses, clauses.length).flat()]);
    return { head: ['{', ...inside, '}'], clauses: machine };
  }

  #verb(): StepParts {
    const { random } = this.#writer;
    const clauses: Tokens[] = [];
    if (random.chance(30)) clauses.push(['repeat', random.pick(['1', '3', '007', 'forever'])]);
    if (random.chance(30)) clauses.push(this.#flag('barge-in'));
    if (random.chance(30)) {
      const recordings = ['https://cdn.acme.com/a.wav', 'https://cdn.acme.com/a', 'http://cdn.acme.com/a.WAV?v=1'];
      return { head: ['play', ...this.#address(random.pick(recordings))], clauses };
    }
    if (random.chance(30)) clauses.push(['gender', random.pick(['male', 'female'])]);
    clauses.push(['lang', random.pick(['en-US', 'el-GR', 'de-DE', 'es-LA'])]);
    return { head: ['say', this.#text(500)], clauses };
  }

  #inbound(): Tokens {
    return ['inbound', ...this.#address('https://api.acme.com/in')];
  }

  #flag(name: string): Tokens {
    return this.#writer.random.chance(30) ? ['no', name] : [name];
  }

  #text(limit: number): string {
    return this.#writer.text(this.#scope, limit);
  }

  #address(fixed: string): Tokens {
    return this.#writer.address(fixed, this.#scope);
  }
}
