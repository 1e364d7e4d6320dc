import { declareLets, declareSenders, declareTemplates, type Template } from './declarations.js';
import { layOut, type Tokens } from './layout.js';
import type { Random } from './random.js';
import { type Channel, StepWriter } from './steps.js';
import { type Param, phoneNumber, randomParam, type Scope } from './values.js';
import { commas, quote, Writer } from './writer.js';

/**
 * Random programs without errors: senders, templates, lets and flows with steps and clauses within the limits of their
 * endpoints. A name has the same type wherever it stands, so that flows without a parameter list have no conflicts.
 */
export interface GeneratedProgram {
  /** Texts by file name: `main.failover` and what it imports. */
  readonly files: Readonly<Record<string, string>>;
}

export const mainFile = 'main.failover';

export interface ProgramShape {
  /** How many flows, with the steps at the end of the file. */
  readonly flows?: number;
  /** Whether templates may have parameters of type `int`. */
  readonly numbers?: boolean;
}

const paramNames = [
  'a',
  'name',
  'order_id',
  'lang',
  'sms',
  'then',
  'on',
  'όνομα',
  '_x',
  'no',
  'constructor',
  '__proto__',
];
const flowNames = ['login', 'order-shipped', 'to', 'label', 'lang', 'on', 'viber', 'then', 'callback', 'flow'];
const to: Param = { name: 'to', kind: 'phone' };

export function generateProgram(random: Random, shape: ProgramShape = {}): GeneratedProgram {
  const writer = new Writer(random);
  const params = paramNames.map((name) => randomParam(name, random));
  const inTemplates = params.filter(({ kind }) => kind !== 'int' || shape.numbers !== false);
  const lets = declareLets(writer, 'shared');
  const senders = declareSenders(writer);
  const templates = declareTemplates(writer, inTemplates);
  const shared = [...lets, ...senders.tokens, ...templates.tokens];
  const own = declareLets(writer, 'own');
  const flows = new FlowWriter(writer, params, senders.items, templates.items).flows(
    shape.flows ?? random.integer(1, 3),
  );
  if (random.chance(60)) return { files: { [mainFile]: layOut([...shared, ...own, ...flows], random) } };
  const main = ['import', '"./shared.failover"', ...own, ...flows];
  return { files: { [mainFile]: layOut(main, random), 'shared.failover': layOut(shared, random) } };
}

/** What is set around a step. */
interface Settings {
  readonly hasFrom: boolean;
  readonly hasTo: boolean;
}

class FlowWriter {
  readonly #writer: Writer;
  readonly #params: readonly Param[];
  readonly #senders: readonly string[];
  readonly #templates: readonly Template[];

  constructor(writer: Writer, params: readonly Param[], senders: readonly string[], templates: readonly Template[]) {
    this.#writer = writer;
    this.#params = params;
    this.#senders = senders;
    this.#templates = templates;
  }

  /** Settings and flows of a file; the last of them may be the steps at its end. */
  flows(count: number): Tokens {
    const { random } = this.#writer;
    const ofFile = this.#settings({ hasFrom: false, hasTo: false }, undefined);
    const isChained = random.chance(30);
    const names = random.some(flowNames, flowNames.length).slice(0, isChained ? count - 1 : count);
    const flows = names.flatMap((name) => this.#flow(name, ofFile));
    const chain = isChained ? this.#chain({ params: this.#params, listed: false }, ofFile).tokens : [];
    return [...ofFile.tokens, ...flows, ...chain];
  }

  #flow(name: string, ofFile: Settings): Tokens {
    const { random } = this.#writer;
    const listed = random.chance(60);
    const scope: Scope = { params: listed ? random.some(this.#params) : this.#params, listed };
    const settings = this.#settings(ofFile, scope);
    const { tokens, endpoint } = this.#chain(scope, settings);
    const params = [...(!settings.hasTo || random.chance(50) ? [to] : []), ...scope.params];
    const list = params.map((param) => this.#writer.param(param, param.kind !== 'lang' && random.chance(15)));
    return [
      ...(random.chance(30) ? [endpoint ?? random.pick(['standard', 'transactional'])] : []),
      ...['flow', name],
      ...(listed ? ['(', ...commas(list, random), ')'] : []),
      ...['{', ...settings.tokens, ...tokens, '}'],
    ];
  }

  #settings(around: Settings, scope: Scope | undefined): Settings & { readonly tokens: Tokens } {
    const { random } = this.#writer;
    const parts: Tokens[] = [];
    const hasFrom = random.chance(this.#senders.length > 1 ? 60 : 20);
    const hasTo = random.chance(20);
    if (hasFrom) parts.push(['from', random.pick(this.#senders)]);
    if (hasTo) parts.push(['to', ...(random.chance(20) ? ['phone'] : []), quote(phoneNumber(random))]);
    if (hasTo && random.chance(30)) parts.push(['to', 'sip', '"1111@example.com:55080"']);
    if (random.chance(30)) {
      const moment = random.pick([[], ['on', 'step'], ['on', 'completion']]);
      parts.push(['callback', ...this.#writer.address('https://api.acme.com/hook', scope), ...moment]);
    }
    const tokens = random.some(parts, parts.length).flat();
    return { tokens, hasFrom: hasFrom || around.hasFrom, hasTo: hasTo || around.hasTo };
  }

  #chain(scope: Scope, { hasFrom }: Settings) {
    const { random } = this.#writer;
    const steps = new StepWriter(this.#writer, scope, this.#senders, hasFrom);
    const templates = this.#templates.filter((template) => canUse(template, scope));
    // A flow sends templates or messages over Viber, never both.
    const sends = random.pick(['template', 'message', 'neither'] as const);
    const isPossible = sends === 'message' || (sends === 'template' && templates.length > 0);
    const channels: readonly Channel[] = isPossible ? ['viber', 'viber', 'sms', 'voice'] : ['sms', 'voice'];
    const chosen = Array.from({ length: random.integer(1, 4) }, () => random.pick(channels));
    const tokens = chosen.flatMap((channel, index) => {
      const template = channel === 'viber' && sends === 'template' ? random.pick(templates) : undefined;
      return [...(index === 0 ? [] : ['then']), ...steps.step(channel, template)];
    });
    const endpoint = sends === 'template' ? 'transactional' : 'standard';
    return { tokens, endpoint: chosen.includes('viber') ? endpoint : undefined };
  }
}

/** A flow with a list needs what a template needs: as a parameter, as a default, or written out. */
function canUse({ params, defaults }: Template, scope: Scope): boolean {
  const isGiven = (param: Param) => scope.params.includes(param) || defaults.has(param.name) || param.kind !== 'lang';
  return !scope.listed || params.every(isGiven);
}
