import { typeText } from '../names/types.js';
import { callbackStrategies, type EndpointName } from '../routee/channels.js';
import { fieldOf, type Located } from './located.js';
import { Names, nameFrom } from './names.js';
import { Pen } from './pen.js';
import { recipientsOf } from './recipients.js';
import { type Senders, sendersOf } from './senders.js';
import { isTemplateStep, stepsOf } from './steps.js';
import { type Templates, templatesOf } from './templates.js';
import { writeStep } from './write-step.js';

/** Where the file stands, which nobody asks for: it has no imports. */
export const importedUri = 'file:///imported.failover';

/** A request in order, and the endpoint that it is for. */
export interface Request {
  readonly body: Located;
  readonly endpoint: EndpointName;
}

/** The flow of a request, as far as the request can be said. */
export interface WrittenFlow {
  readonly request: Request;
  readonly name: string;
  readonly pen: Pen;
  /** Steps that the language has no words for. */
  readonly skipped: readonly Located[];
  /** Nothing, when no step can be said. */
  readonly text: string | undefined;
}

export interface WrittenFile {
  readonly text: string;
  readonly flows: readonly WrittenFlow[];
}

/**
 * Writes requests as one file: the senders and templates that they share, then a flow for each.
 * @param name that of the flow; of several, each has its number behind it
 * @param holes the values that become parameters, with their names
 * @param parameters these names, in their order
 */
export function writeFile(
  requests: readonly Request[],
  name: string,
  holes: ReadonlyMap<Located, string>,
  parameters: readonly string[],
): WrittenFile {
  const isHole = (value: Located) => holes.has(value);
  const names = new Names();
  const flowName = nameFrom(name) ?? 'imported';
  const senders = sendersOf(
    requests.flatMap(({ body }) => stepsOf(body)),
    isHole,
  );
  const ofTemplates = requests.flatMap(({ body, endpoint }) =>
    stepsOf(body).filter((step) => isTemplateStep(step, endpoint)),
  );
  const templates = templatesOf(ofTemplates, flowName, isHole);
  const flows = requests.map((request, index) => {
    const own = names.unique(requests.length === 1 ? flowName : `${flowName}-${index + 1}`);
    return new FlowWriter(request, own, new Pen(holes), senders, templates).write(parameters);
  });
  const parts = [...senders.declarations, ...templates.declarations, ...flows.flatMap(({ text }) => text ?? [])];
  return { text: `${parts.join('\n\n')}\n`, flows };
}

class FlowWriter {
  readonly #request: Request;
  readonly #name: string;
  readonly #pen: Pen;
  readonly #senders: Senders;
  readonly #templates: Templates;

  constructor(request: Request, name: string, pen: Pen, senders: Senders, templates: Templates) {
    this.#request = request;
    this.#name = name;
    this.#pen = pen;
    this.#senders = senders;
    this.#templates = templates;
  }

  write(parameters: readonly string[]): WrittenFlow {
    const { body, endpoint } = this.#request;
    const pen = this.#pen;
    const all = stepsOf(body);
    const recipients = recipientsOf(all, pen);
    const context = { endpoint, pen, senders: this.#senders, templates: this.#templates, recipients };
    const written = all.map((step) => ({ step, text: writeStep(step, context) }));
    const steps = written.flatMap(({ text }) => text ?? []);
    const from = all.some((step) => this.#senders.takesBrand(step)) ? this.#senders.setting : undefined;
    const settings = [from, recipients.setting, this.#callback()].filter((setting) => setting !== undefined);
    const inferred = all.some((step) => isTemplateStep(step, endpoint)) ? 'transactional' : 'standard';
    const head = `${inferred === endpoint ? '' : `${endpoint} `}flow ${this.#name}${this.#parameters(parameters)} {`;
    return {
      request: this.#request,
      name: this.#name,
      pen,
      skipped: written.filter(({ text }) => text === undefined).map(({ step }) => step),
      text: steps.length === 0 ? undefined : [head, ...settings, '', steps.join('\nthen '), '}'].join('\n'),
    };
  }

  #callback(): string | undefined {
    const callback = fieldOf(this.#request.body, 'callback', 'object');
    const [strategy, url] = [fieldOf(callback, 'strategy'), fieldOf(callback, 'url', 'text')];
    const isStep = strategy?.value === callbackStrategies.step;
    const isKnown = isStep || strategy === undefined || strategy.value === callbackStrategies.completion;
    if (url === undefined || !isKnown) return undefined;
    this.#pen.say(strategy);
    return `callback ${this.#pen.value(url, { kind: 'url' })}${isStep ? ' on step' : ''}`;
  }

  /** Those that the flow uses, with the types that their places ask for. */
  #parameters(names: readonly string[]): string {
    const used = names.filter((name) => this.#pen.parameters.has(name));
    const list = used.map((name) => {
      const wanted = this.#pen.parameters.get(name);
      return `${name}: ${wanted === undefined || wanted.kind === 'any' ? 'text' : typeText(wanted)}`;
    });
    return list.length === 0 ? '' : `(${list.join(', ')})`;
  }
}
