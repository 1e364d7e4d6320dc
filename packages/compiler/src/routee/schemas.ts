/**
 * The request bodies of both endpoints: the source of their types, of the published JSON Schemas
 * (scripts/generate-schemas.ts) and of what is reported about a body that comes from elsewhere.
 * Sources: reference/send-a-failover-message, reference/send-a-transactional-failover-message.
 */
import * as z from 'zod/mini';
import { callbackStrategies, channelTypes, type EndpointName } from './channels.js';
import { endpoints } from './endpoints.js';
import { amongItems, formed, publish, webAddress } from './fields.js';
import { forms } from './limits.js';
import { pointer, property, type RequestProblem, wording } from './problems.js';
import { smsStep } from './sms-step.js';
import { freeViberStep, templateViberStep } from './viber-step.js';
import { voiceStep } from './voice-step.js';

export type { RequestProblem } from './problems.js';

/** The body of `POST /failover`. */
export type StandardRequest = z.output<ReturnType<typeof standardRequest>>;
/** The body of `POST /failover/transactional`. */
export type TransactionalRequest = z.output<ReturnType<typeof transactionalRequest>>;
export type FailoverRequest = StandardRequest | TransactionalRequest;

export type FreeViberStep = z.output<ReturnType<typeof freeViberStep>>;
export type TemplateViberStep = z.output<ReturnType<typeof templateViberStep>>;
export type ViberStep = FreeViberStep | TemplateViberStep;
export type SmsStep = z.output<ReturnType<typeof smsStep>>;
export type VoiceStep = z.output<ReturnType<typeof voiceStep>>;
export type Step = ViberStep | SmsStep | VoiceStep;
export type ViberMessage = FreeViberStep['message'];
export type Verb = VoiceStep['dialPlan']['verbs'][number];
export type SayVerb = Extract<Verb, { type: 'SAY' }>;
export type PlayVerb = Extract<Verb, { type: 'PLAY' }>;
export type Callback = NonNullable<FailoverRequest['callback']>;

function standardRequest() {
  const steps = z.array(z.discriminatedUnion('type', [freeViberStep(), smsStep(), voiceStep()]));
  return publish(z.strictObject({ flow: flow(steps), callback: callback() }), {
    title: 'Standard failover request',
    description: `The body of ${endpoints.standard.method} ${endpoints.standard.path}.`,
  });
}

function transactionalRequest() {
  const steps = z.array(z.discriminatedUnion('type', [templateViberStep(), smsStep(), voiceStep()]));
  return publish(z.strictObject({ flow: flow(steps), callback: callback() }), {
    title: 'Transactional failover request',
    description: `The body of ${endpoints.transactional.method} ${endpoints.transactional.path}.`,
  });
}

function flow<T extends z.ZodMiniArray>(steps: T): T {
  const ordered = amongItems((items) =>
    items.flatMap((step, at) => {
      const order = property(step, 'order');
      if (typeof order !== 'number' || order === at + 1) return [];
      return [{ message: `is ${order}; must be ${at + 1}, the place of the step in the flow`, path: [at, 'order'] }];
    }),
  );
  const description = 'The steps; each is tried when the one before it did not arrive.';
  return publish(steps.check(z.minLength(1), ordered), description);
}

function callback() {
  const fields = z.strictObject({
    strategy: publish(z.enum(Object.values(callbackStrategies)), 'At the end, or at every change of status.'),
    url: publish(formed(forms.webUrl, webAddress), 'Where the status is sent.'),
  });
  return z.exactOptional(
    publish(fields, { id: 'Callback', description: 'Tells your server what became of the flow.' }),
  );
}

let standard: ReturnType<typeof standardRequest> | undefined;
let transactional: ReturnType<typeof transactionalRequest> | undefined;

/** A schema for each endpoint. They are built when first asked for: most runs of a command never do. */
export const requestSchemas = {
  get standard() {
    standard ??= standardRequest();
    return standard;
  },
  get transactional() {
    transactional ??= transactionalRequest();
    return transactional;
  },
};

/** Everything that keeps `value` from being a request body of the endpoint. It takes any value, and never throws. */
export function requestProblems(endpoint: EndpointName, value: unknown): RequestProblem[] {
  try {
    return asMeant(endpoint, value, faults(endpoint, value)).map(({ path, message }) => ({
      at: pointer(path),
      message,
    }));
  } catch (error) {
    // A getter of the value has thrown, or there were more faults than a call takes arguments.
    return [{ at: '', message: `cannot be read: ${error instanceof Error ? error.message : 'reading it fails'}` }];
  }
}

function faults(endpoint: EndpointName, value: unknown): Found[] {
  const result = requestSchemas[endpoint].safeParse(value, { error: wording });
  return (result.error?.issues ?? []).flatMap((issue): Found[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], message: issue.message }))
      : [issue],
  );
}

interface Found {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A Viber step that belongs to the other endpoint is one fault, not one for each field that this endpoint lacks. */
function asMeant(endpoint: EndpointName, value: unknown, found: Found[]): Found[] {
  const other = endpoint === 'standard' ? 'transactional' : 'standard';
  const [here, there] = [endpoints[endpoint].keys.viber, endpoints[other].keys.viber];
  const steps = property(value, 'flow');
  const told = new Set<PropertyKey>();
  return found.flatMap((problem) => {
    const [, at, field] = problem.path;
    if (at === undefined || typeof field !== 'string') return [problem];
    if (here.includes(field) === there.includes(field)) return [problem];
    const step = property(steps, at);
    const isForeign =
      property(step, 'type') === channelTypes.viber &&
      property(step, mark[other]) !== undefined &&
      property(step, mark[endpoint]) === undefined;
    if (!isForeign) return [problem];
    if (told.has(at)) return [];
    told.add(at);
    return [{ path: ['flow', at], message: `has ${mark[other]}, which only the ${other} endpoint takes` }];
  });
}

/** The field that tells a Viber step's endpoint. */
const mark = { standard: 'message', transactional: 'templateId' } as const satisfies Record<EndpointName, string>;
