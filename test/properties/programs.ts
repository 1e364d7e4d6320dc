import { layOut, type Tokens } from './layout.js';
import { type Random, randomFrom } from './random.js';

/**
 * Random programs without errors: senders, templates, lets and flows with steps and clauses within the limits of their
 * endpoints. A name has the same type wherever it stands, so that flows without a parameter list have no conflicts.
 */
export interface GeneratedProgram {
  /** Texts by file name: `main.failover` and what it imports. */
  readonly files: Readonly<Record<string, string>>;
}

export const mainFile = 'main.failover';

type Kind = 'phone' | 'url' | 'text' | 'int' | 'lang';

interface Param {
  readonly name: string;
  readonly kind: Kind;
  readonly min?: number;
  readonly max?: number;
  readonly langs?: readonly string[];
}

/** What a value must be: a parameter of a generated program, or a type of the compiler. */
export interface ValueType {
  readonly kind: Kind;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly langs?: readonly string[] | undefined;
}

interface Template {
  readonly name: string;
  readonly id: string;
  readonly params: readonly Param[];
  /** Names of parameters with a default. */
  readonly defaults: ReadonlySet<string>;
  readonly langs: readonly string[];
}

interface Let {
  readonly name: string;
  readonly kind: 'text' | 'url';
  readonly length: number;
}

type Channel = 'viber' | 'sms' | 'voice';

const templateIds = [
  '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  '3F2504E0-4F89-41D3-9A0C-0305E82C3302',
  '3f2504e0-4f89-41d3-9a0c-0305e82c3303',
];
const letterNames = [
  'a',
  'name',
  'order_id',
  'lang',
  'sms',
  'then',
  'on',
  'όνομα',
  '_x',
  'first-name',
  'no',
  'constructor',
];
/** Keywords are names as good as any other. */
const flowNames = ['login', 'order-shipped', 'to', 'label', 'lang', 'on', 'viber', 'then', 'callback', 'flow'];
const languages = ['en', 'el', 'de', 'pt-BR'];
const sayLanguages = ['en-US', 'el-GR', 'de-DE', 'es-LA'];
const statuses: Readonly<Record<Channel, readonly string[]>> = {
  viber: ['expired', 'failed', 'undelivered'],
  sms: ['failed', 'undelivered'],
  voice: ['busy', 'no-answer', 'failed', 'unsent', 'terminated', 'completed'],
};
/** How long a value without an upper limit may be: `valueFor` keeps to it. */
const longestFree = 40;

export interface ProgramShape {
  /** How many flows, with the steps at the end of the file. */
  readonly flows?: number;
  /** Whether every flow has a parameter list. */
  readonly listed?: boolean;
  /** Whether templates may have parameters of type `int`. */
  readonly numbers?: boolean;
}

export function generateProgram(random: Random, shape: ProgramShape = {}): GeneratedProgram {
  return new Generator(random, shape).program();
}

class Generator {
  readonly #random: Random;
  readonly #shape: ProgramShape;
  readonly #params: readonly Param[];
  readonly #lets: Let[] = [];
  readonly #templates: Template[] = [];
  #senders: string[] = [];

  constructor(random: Random, shape: ProgramShape) {
    this.#random = random;
    this.#shape = shape;
    this.#params = letterNames.map((name) => this.#param(name));
  }

  program(): GeneratedProgram {
    const random = this.#random;
    const shared = [...this.#declareSenders(), ...this.#declareLets('shared'), ...this.#declareTemplates()];
    const own = [...this.#declareLets('own')];
    const count = this.#shape.flows ?? random.integer(1, 3);
    const chained = random.chance(30) && !this.#shape.listed;
    const settings = this.#settings('file', undefined);
    const names = random.some(flowNames, flowNames.length).slice(0, chained ? count - 1 : count);
    const flows = names.flatMap((name) => this.#flow(name, settings.hasTo, settings.hasFrom));
    const chain = chained ? this.#chain(this.#scope(this.#params, false), settings.hasFrom).tokens : [];
    if (random.chance(40)) {
      const main = ['import', '"./shared.failover"', ...own, ...settings.tokens, ...flows, ...chain];
      return { files: { [mainFile]: layOut(main, random), 'shared.failover': layOut(shared, random) } };
    }
    return { files: { [mainFile]: layOut([...shared, ...own, ...settings.tokens, ...flows, ...chain], random) } };
  }

  // Declarations

  #param(name: string): Param {
    const random = this.#random;
    const kind = random.pick(['phone', 'url', 'text', 'text', 'text', 'int', 'lang'] as const);
    if (kind === 'lang') return { name, kind, langs: random.some(languages, 1) };
    if (kind === 'text') {
      const min = random.integer(0, 8);
      return {
        name,
        kind,
        ...(random.chance(50) && { min }),
        ...(random.chance(70) && { max: min + random.integer(1, 20) }),
      };
    }
    if (kind === 'int') {
      const min = random.integer(-50, 50);
      return {
        name,
        kind,
        ...(random.chance(50) && { min }),
        ...(random.chance(50) && { max: min + random.integer(0, 900) }),
      };
    }
    return { name, kind };
  }

  #typeOf({ kind, min, max, langs }: Param): Tokens {
    if (kind === 'lang') return ['lang', '(', ...commas((langs ?? []).map((lang) => [lang])), ')'];
    if ((kind !== 'text' && kind !== 'int') || (min === undefined && max === undefined)) return [kind];
    return [kind, '(', ...(min === undefined ? [] : [`${min}`]), '..', ...(max === undefined ? [] : [`${max}`]), ')'];
  }

  #declareSenders(): string[] {
    const random = this.#random;
    this.#senders = random.some(['acme', 'shop', 'from', 'on', 'then', 'label', 'viber', 'ttl'], 1).slice(0, 3);
    return this.#senders.flatMap((name) => {
      const ids = [
        ['viber', quote(random.pick(['0094d198-4dd2-4fb5-b451-d46aca191b27', 'sender id']))],
        ['sms', quote(random.pick(['ACME', 'ACME 24', '302101234567', 'A']))],
        ['voice', quote(random.pick(['302101234567', '+302101234567', 'ACME']))],
      ];
      return ['sender', name, '{', ...random.some(ids, 3).flat(), '}'];
    });
  }

  #declareLets(prefix: string): string[] {
    const random = this.#random;
    return Array.from({ length: random.integer(0, 3) }, (_, index) => {
      const kind = random.pick(['text', 'url'] as const);
      const name = `${prefix}-${index}`;
      const before = this.#lets.filter((one) => one.kind === kind && one.length < 100);
      const base = random.chance(40) && before.length > 0 ? random.pick(before) : undefined;
      const start = base === undefined ? (kind === 'url' ? 'https://acme.com' : 'Hello') : `{${base.name}}`;
      const rest = kind === 'url' ? `/${'p'.repeat(random.integer(0, 5))}` : random.pick([' there', ' 👋', '', '!']);
      this.#lets.push({ name, kind, length: (base?.length ?? start.length) + rest.length });
      return ['let', name, '=', `"${start}${rest}"`];
    }).flat();
  }

  #declareTemplates(): string[] {
    const random = this.#random;
    const names = random
      .some(['otp', 'welcome', 'template', 'lang', 'then', 'ttl', 'to', 'sms'])
      .slice(0, templateIds.length);
    return names.flatMap((name, index) => {
      const usable = this.#params.filter(({ kind }) => kind !== 'int' || this.#shape.numbers !== false);
      const params = random.some(usable).slice(0, 3);
      const defaults = new Set(
        params.filter((param) => random.chance(25) && param.kind !== 'phone').map(({ name }) => name),
      );
      const langs = random.some(languages);
      const template = { name, id: templateIds[index] ?? '', params, defaults, langs };
      this.#templates.push(template);
      const list = params.map((param) => [
        ...[param.name, ':', ...this.#typeOf(param)],
        ...(defaults.has(param.name) ? ['=', literalOf(param, random)] : []),
      ]);
      const wording = params.map((param) => `{${param.name}}`).join(' ');
      const body = langs.flatMap((lang) => ['lang', lang, ...(random.chance(50) ? [`"Hello ${wording}"`] : [])]);
      const category = random.chance(30) ? ['category', 'transactional'] : [];
      return [
        ...['template', name],
        ...(params.length > 0 || random.chance(20) ? ['(', ...commas(list, random), ')'] : []),
        quote(template.id),
        ...(body.length > 0 || category.length > 0 ? ['{', ...category, ...body, '}'] : []),
      ];
    });
  }

  // Flows

  #scope(params: readonly Param[], listed: boolean): Scope {
    return { params, listed };
  }

  #flow(name: string, hasTo: boolean, hasFrom: boolean): string[] {
    const random = this.#random;
    const listed = this.#shape.listed ?? random.chance(60);
    const scope = this.#scope(listed ? random.some(this.#params) : this.#params, listed);
    const settings = this.#settings('flow', scope);
    const { tokens, isTransactional } = this.#chain(scope, hasFrom || settings.hasFrom);
    const needsTo = listed && !hasTo && !settings.hasTo;
    const params = [...(needsTo || random.chance(50) ? [to] : []), ...scope.params];
    const list = params.map((param) => {
      const isDefault = random.chance(15) && param.kind !== 'lang';
      return [param.name, ':', ...this.#typeOf(param), ...(isDefault ? ['=', literalOf(param, random)] : [])];
    });
    const word =
      isTransactional === undefined
        ? random.pick(['standard', 'transactional', ''])
        : isTransactional
          ? 'transactional'
          : 'standard';
    return [
      ...(word !== '' && random.chance(30) ? [word] : []),
      ...['flow', name],
      ...(listed ? ['(', ...commas(list, random), ')'] : []),
      ...['{', ...settings.tokens, ...tokens, '}'],
    ];
  }

  #settings(of: 'file' | 'flow', scope: Scope | undefined) {
    const random = this.#random;
    const parts: Tokens[] = [];
    const hasFrom = this.#senders.length > 1 ? random.chance(of === 'file' ? 70 : 30) : random.chance(20);
    if (hasFrom) parts.push(['from', random.pick(this.#senders)]);
    const hasTo = random.chance(20);
    if (hasTo) parts.push(['to', ...(random.chance(20) ? ['phone'] : []), quote(phoneNumber(random))]);
    if (hasTo && random.chance(30)) parts.push(['to', 'sip', '"1111@example.com:55080"']);
    if (random.chance(30)) {
      const moment = random.pick([[], ['on', 'step'], ['on', 'completion']]);
      parts.push(['callback', ...this.#address(scope, 'https://api.acme.com/hook'), ...moment]);
    }
    return { tokens: random.some(parts, parts.length).flat(), hasFrom, hasTo };
  }

  #chain(scope: Scope, hasFrom: boolean) {
    const random = this.#random;
    const wanted = random.pick(['template', 'message', 'neither'] as const);
    const templates = this.#templates.filter((template) => this.#canUse(template, scope));
    const viber = wanted === 'template' ? (templates.length > 0 ? 'template' : 'neither') : wanted;
    let uses: 'template' | 'message' | undefined;
    const steps = Array.from({ length: random.integer(1, 4) }, (_, index) => {
      const channel = random.pick(
        viber === 'neither' ? (['sms', 'voice'] as const) : (['viber', 'viber', 'sms', 'voice'] as const),
      );
      const isTemplate = channel === 'viber' && viber === 'template';
      if (channel === 'viber') uses = isTemplate ? 'template' : 'message';
      const content = isTemplate
        ? this.#templateStep(random.pick(templates), scope)
        : channel === 'viber'
          ? this.#viberStep(scope)
          : channel === 'sms'
            ? this.#smsStep(scope)
            : this.#voiceStep(scope);
      const common = this.#common(channel, scope, hasFrom);
      const clauses = random.some([...content.clauses, ...common], content.clauses.length + common.length).flat();
      return [...(index === 0 ? [] : ['then']), channel, ...content.head, ...clauses];
    });
    return { tokens: steps.flat(), isTransactional: uses === undefined ? undefined : uses === 'template' };
  }

  #common(channel: Channel, scope: Scope, hasFrom: boolean): Tokens[] {
    const random = this.#random;
    const clauses: Tokens[] = [];
    const mustFrom = this.#senders.length > 1 && !hasFrom;
    if (mustFrom || random.chance(20)) {
      const literal = channel === 'sms' ? '"ACME"' : channel === 'voice' ? '"302101234567"' : '"0094d198"';
      clauses.push(['from', random.chance(70) ? random.pick(this.#senders) : literal]);
    }
    if (random.chance(15)) clauses.push(['to', ...this.#phone(scope)]);
    if (channel === 'voice' && (random.chance(10) || (clauses.some(([word]) => word === 'to') && random.chance(40)))) {
      clauses.push(['to', 'sip', random.pick(['"1111@example.com:55080"', '"sip:a@b"'])]);
    }
    if (channel === 'voice' && random.chance(10)) clauses.push(['to', 'viber', quote(phoneNumber(random))]);
    if (channel === 'viber' && random.chance(40)) clauses.push(['ttl', seconds(random.integer(5, 14_400) * 6, random)]);
    if (channel === 'sms' && random.chance(40)) clauses.push(['ttl', seconds(random.integer(1, 1440) * 60, random)]);
    if (random.chance(40)) clauses.push(['on', ...commas(random.some(statuses[channel], 1).map((status) => [status]))]);
    return clauses;
  }

  #viberStep(scope: Scope): StepParts {
    const random = this.#random;
    const image = ['image', ...this.#media(scope, '/a.png')];
    const button = ['button', this.#text(scope, 30), ...this.#address(scope, 'https://acme.com/open')];
    const video = [
      ...['video', ...this.#media(scope, '/a.mp4')],
      ...random
        .some(
          [
            ['thumbnail', ...this.#media(scope, '/a.jpg')],
            ['size', random.pick(['12MB', '0.5MB', '200MB'])],
            ['duration', seconds(random.integer(1, 600), random)],
          ],
          3,
        )
        .flat(),
    ];
    const file = random
      .pick([
        ['file', ...this.#media(scope, '/a'), 'as', random.pick(['"a.pdf"', '"Prices.XLSX"', '"{name}.csv"'])],
        ['file', ...this.#media(scope, '/a'), 'as', '"prices"', 'type', 'xlsx'],
      ])
      .map((token) => (token === '"{name}.csv"' ? this.#fileName(scope) : token));
    const text = this.#text(scope, 1000);
    const contents = random.pick<{ head: Tokens; clauses: Tokens[] }>([
      { head: [text], clauses: [] },
      { head: [], clauses: [image] },
      { head: [text], clauses: [button] },
      { head: [text], clauses: [image, button] },
      { head: [], clauses: [file] },
      { head: [], clauses: [video] },
      { head: [text], clauses: [video] },
      { head: [text], clauses: [video, button] },
      { head: [text], clauses: [image] },
      { head: [], clauses: [image, button] },
    ]);
    const others: Tokens[] = [];
    if (random.chance(20)) others.push(this.#flag('expire-on-delivery'));
    if (random.chance(20)) others.push(['label', this.#text(scope, 350)]);
    if (random.chance(20)) others.push(['inbound', ...this.#media(scope, '/in')]);
    return { head: contents.head, clauses: [...contents.clauses, ...others] };
  }

  #templateStep(template: Template, scope: Scope): StepParts {
    const random = this.#random;
    const args = template.params.flatMap((param) => {
      const own = scope.params.includes(param);
      const canSkip =
        own ||
        template.defaults.has(param.name) ||
        (!scope.listed && !this.#lets.some(({ name }) => name === param.name));
      if (canSkip && random.chance(50)) return [];
      return [[param.name, ':', ...this.#argument(param, scope)]];
    });
    const langs = template.langs.length === 0 ? languages : template.langs;
    const parameter = scope.params.find(
      ({ kind, langs: own }) => kind === 'lang' && own?.every((lang) => langs.includes(lang)),
    );
    const lang = parameter !== undefined && random.chance(50) ? hole(parameter.name) : [random.pick(langs)];
    const clauses: Tokens[] = [['lang', ...lang]];
    if (random.chance(20)) clauses.push(['devices', random.pick(['primary', 'all'])]);
    if (random.chance(20)) clauses.push(['seq', random.pick(['0', '7', '-3', '9007199254740991'])]);
    if (random.chance(20)) clauses.push(['inbound', ...this.#media(scope, '/in')]);
    const list =
      args.length > 0 || random.chance(20) ? ['(', ...commas(random.some(args, args.length), random), ')'] : [];
    return { head: ['template', template.name, ...list], clauses };
  }

  #smsStep(scope: Scope): StepParts {
    const random = this.#random;
    const clauses: Tokens[] = [];
    for (const flag of ['flash', 'transcode']) if (random.chance(20)) clauses.push(this.#flag(flag));
    if (random.chance(20)) clauses.push(['label', this.#text(scope, 350)]);
    if (random.chance(20)) {
      const validity = random.chance(60) ? ['for', seconds(random.integer(3600, 2_592_000), random)] : [];
      clauses.push(['shorten-links', ...validity]);
    }
    return { head: [this.#text(scope, 1600)], clauses };
  }

  #voiceStep(scope: Scope): StepParts {
    const random = this.#random;
    const verbs = Array.from({ length: random.pick([1, 1, 2, 3]) }, () => this.#verb(scope));
    const machine: Tokens[] = random.chance(30)
      ? [
          random.pick([
            ['machine', 'hangup'],
            ['machine', 'continue', ...this.#address(scope, 'https://api.acme.com/plan')],
          ]),
        ]
      : [];
    const [only] = verbs;
    if (verbs.length === 1 && only !== undefined && random.chance(70)) {
      return { head: only.head, clauses: [...only.clauses, ...machine] };
    }
    const inside = verbs.flatMap((verb) => [...verb.head, ...random.some(verb.clauses, verb.clauses.length).flat()]);
    return { head: ['{', ...inside, '}'], clauses: machine };
  }

  #verb(scope: Scope): StepParts {
    const random = this.#random;
    const clauses: Tokens[] = [];
    if (random.chance(30)) clauses.push(['repeat', random.pick(['1', '3', '007', 'forever'])]);
    if (random.chance(30)) clauses.push(this.#flag('barge-in'));
    if (random.chance(30)) {
      const recording = random.pick([
        'https://cdn.acme.com/a.wav',
        'https://cdn.acme.com/a',
        'http://cdn.acme.com/a.WAV?v=1',
      ]);
      return { head: ['play', ...this.#address(scope, recording)], clauses };
    }
    if (random.chance(30)) clauses.push(['gender', random.pick(['male', 'female'])]);
    clauses.push(['lang', random.pick(sayLanguages)]);
    return { head: ['say', this.#text(scope, 500)], clauses };
  }

  #flag(name: string): Tokens {
    return this.#random.chance(30) ? ['no', name] : [name];
  }

  // Values

  /** A flow with a list can use a template only if it has what the template needs, or writes it out. */
  #canUse({ params, defaults }: Template, { listed, params: own }: Scope): boolean {
    if (!listed) return true;
    return params.every((param) => own.includes(param) || defaults.has(param.name) || param.kind !== 'lang');
  }

  #argument(param: Param, scope: Scope): Tokens {
    const random = this.#random;
    if (scope.params.includes(param) && random.chance(50)) return hole(param.name);
    const literal = literalOf(param, random);
    return [literal];
  }

  #phone(scope: Scope): Tokens {
    const params = scope.params.filter(({ kind }) => kind === 'phone');
    return params.length > 0 && this.#random.chance(50)
      ? hole(this.#random.pick(params).name)
      : [quote(phoneNumber(this.#random))];
  }

  /** An address that is fixed, in parts, or a parameter. */
  #address(scope: Scope | undefined, fixed: string): Tokens {
    const random = this.#random;
    const lets = this.#lets.filter(({ kind }) => kind === 'url');
    const urls = (scope?.params ?? []).filter(({ kind }) => kind === 'url');
    const kind = random.integer(1, 4);
    if (kind === 1 && lets.length > 0)
      return random.chance(50) ? hole(random.pick(lets).name) : [`"{${random.pick(lets).name}}/x"`];
    if (kind === 2 && urls.length > 0)
      return random.chance(50) ? hole(random.pick(urls).name) : [`"{${random.pick(urls).name}}"`];
    if (kind === 3 && scope !== undefined && scope.params.length > 0 && !/\.wav/i.test(fixed)) {
      return [`"${fixed}/{${random.pick(scope.params).name}}"`];
    }
    return [quote(fixed)];
  }

  #media(scope: Scope, ending: string): Tokens {
    return this.#address(scope, `https://cdn.acme.com${ending}`);
  }

  #fileName(scope: Scope): string {
    const params = scope.params.filter(({ kind, max = 99 }) => kind === 'text' && max <= 20);
    return params.length === 0 ? '"a.csv"' : `"{${this.#random.pick(params).name}}.csv"`;
  }

  /** A text that has at most so many characters, whatever its holes are filled with. It says something. */
  #text(scope: Scope, limit: number): string {
    const random = this.#random;
    const pieces: string[] = [];
    let left = limit - 1;
    const add = (written: string, length: number) => {
      if (length > left) return;
      pieces.push(written);
      left -= length;
    };
    for (let count = random.integer(0, 6); count > 0; count--) {
      const kind = random.integer(1, 10);
      if (kind <= 3 && scope.params.length > 0) {
        const param = random.pick(scope.params);
        add(`{${random.chance(10) ? ` ${param.name} ` : param.name}}`, lengthOf(param, scope));
      } else if (kind === 4 && this.#lets.length > 0) {
        const one = random.pick(this.#lets);
        add(`{${one.name}}`, one.length);
      } else if (kind === 5 && limit > 100) {
        const size = random.integer(1, 300);
        add('lorem ipsum '.repeat(30).slice(0, size), size);
      } else {
        const [written, length] = random.pick(characters);
        add(written, length);
      }
    }
    pieces.splice(random.integer(0, pieces.length), 0, 'x');
    return random.chance(10) && pieces.every((piece) => !piece.includes('\\"'))
      ? `"""\n    ${pieces.join('')}\n    """`
      : `"${pieces.join('')}"`;
  }
}

interface Scope {
  readonly params: readonly Param[];
  readonly listed: boolean;
}

interface StepParts {
  readonly head: Tokens;
  readonly clauses: readonly Tokens[];
}

const to: Param = { name: 'to', kind: 'phone' };

/** As they are written, and how many characters they stand for. */
const characters: readonly (readonly [string, number])[] = [
  ...([
    ['é', 1],
    ['κωδικός ', 8],
    ['😀', 2],
    ['\\n', 1],
    ['\\t', 1],
    ['\\"', 1],
    ['\\\\', 1],
    ['\\{a\\}', 3],
  ] as const),
  ...([
    ['\\u{1F600}', 2],
    ['\\u{20}', 1],
    [' ', 1],
    ["'", 1],
    ['//', 2],
    ['https://acme.com/a ', 19],
    ['€[]', 3],
  ] as const),
];

/** How long a value can be. Without a list, a parameter is what its places ask for, and in a text that is nothing. */
function lengthOf({ kind, max, min }: Param, { listed }: Scope): number {
  return listed && kind === 'text' && max !== undefined ? max : longestFree + (kind === 'text' ? (min ?? 0) : 0);
}

function hole(name: string): Tokens {
  return ['{', name, '}'];
}

function quote(text: string): string {
  return JSON.stringify(text);
}

/** The items with commas between them; a list of parameters may have one after the last. */
function commas(items: readonly Tokens[], random?: Random): string[] {
  const list = items.flatMap((item, index) => (index === 0 ? item : [',', ...item]));
  return items.length > 0 && random?.chance(10) ? [...list, ','] : list;
}

function phoneNumber(random: Random): string {
  return `+30${random.integer(10_000, 9_999_999_999)}`;
}

/** The same stretch of time, in one of the ways to write it. */
function seconds(amount: number, random: Random): string {
  if (amount % 3600 === 0 && random.chance(50)) return `${amount / 3600}h`;
  if (amount % 60 === 0 && random.chance(50)) return `${amount / 60}m`;
  if (amount % 6 === 0 && random.chance(30)) return `${amount / 60}m`;
  const [hours, minutes, rest] = [Math.floor(amount / 3600), Math.floor((amount % 3600) / 60), amount % 60];
  const parts = `${hours > 0 ? `${hours}h` : ''}${minutes > 0 ? `${minutes}m` : ''}${rest > 0 ? `${rest}s` : ''}`;
  return random.chance(50) && parts !== '' ? parts : `${amount}s`;
}

/** A value as the language writes it. */
function literalOf(param: Param, random: Random): string {
  const value = valueFor(param, random);
  return typeof value === 'number' ? String(value) : quote(value);
}

/** A value of a type that fits wherever it may stand: it has no white space and says something. */
export function valueFor(type: ValueType, random: Random): string | number {
  switch (type.kind) {
    case 'phone':
      return phoneNumber(random);
    case 'url':
      return `https://acme.com/${'u'.repeat(random.integer(1, 8))}`;
    case 'lang':
      return type.langs === undefined || type.langs.length === 0 ? 'en' : random.pick(type.langs);
    case 'int': {
      const min = type.min ?? Math.min(type.max ?? 0, 0) - 999;
      return random.integer(min, type.max ?? Math.max(min, 0) + 999);
    }
    case 'text': {
      // A type of a file with errors may ask for more than there is.
      const least = Math.min(Math.max(1, type.min ?? 0), 10_000);
      const most = Math.min(Math.max(least, type.max ?? least + 12), 10_000);
      return 'v'.repeat(random.pick([least, most, random.integer(least, most)]));
    }
  }
}

/** Numbers that look random and are the same for the same seed: for values, which need no simplifying. */
export function seeded(seed: number): Random {
  let state = (seed >>> 0) + 0x9e3779b9;
  return randomFrom((min, max) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    state = Math.imul(state ^ (state >>> 12), 0x297a2d39) + 0x6d2b79f5;
    const fraction = ((state ^ (state >>> 15)) >>> 0) / 2 ** 32;
    return min + Math.floor(fraction * (max - min + 1));
  });
}
