import { countingRecipients } from '../check/texts.js';
import type { Flow, Step } from '../names/model.js';
import { clauseOf, flagOf } from '../names/model.js';
import { defaultOf } from '../names/parameters.js';
import { documentationOf } from '../names/queries.js';
import type { ParameterSymbol } from '../names/symbols.js';
import { type StepTime, timelineOf } from '../names/timeline.js';
import { describeType, typeText } from '../names/types.js';
import type { Program } from '../program.js';
import type { StatusRule } from '../routee/channels.js';
import { endpoints } from '../routee/endpoints.js';
import { limits } from '../routee/limits.js';
import { docBefore } from '../syntax/docs.js';
import { contentOf, placesOf } from './contents.js';
import type {
  Moment,
  Story,
  StoryEndpoint,
  StoryOptions,
  StoryParameter,
  StoryRecipient,
  StoryStatus,
  StoryStep,
} from './story.js';
import { Texts } from './texts.js';

/**
 * What a flow does to the person who gets its messages. Meant for flows without errors; of others it holds what could be
 * understood.
 */
export function storyOf(program: Program, flow: Flow): Story {
  const texts = new Texts(flow);
  const documentation = documentationOf(program, flow.symbol);
  const url = flow.callback?.url;
  const callback = flow.callback && url && { url: texts.of(url, { in: 'callback' }), on: flow.callback.moment };
  const steps: StoryStep[] = [];
  let start: Start = { earliest: 0, latest: { seconds: 0, calls: 0 }, isReached: true };
  for (const time of timelineOf(flow)) {
    steps.push(storyStep(program, flow, time, start, texts));
    start = startAfter(time, start);
  }
  return {
    flow: flow.name,
    ...(documentation !== undefined && { documentation }),
    endpoint: endpointOf(flow),
    parameters: flow.parameters.map((parameter) => storyParameter(program, parameter, texts)),
    ...(callback && { callback }),
    steps,
    endsAtLatest: start.latest,
  };
}

function endpointOf({ endpoint, endpointFrom }: Flow): StoryEndpoint {
  const { name, method, path } = endpoints[endpoint];
  const because = endpointFrom === undefined ? 'no-template' : endpointFrom.kind === 'word' ? 'word' : 'template';
  return { name, method, path, because };
}

/** When a step starts. */
interface Start {
  readonly earliest: number;
  readonly latest: Moment;
  readonly isReached: boolean;
}

function startAfter({ waits, movesOn }: StepTime, { earliest, latest, isReached }: Start): Start {
  // A message is refused at once, if it is; only that it expired is known no sooner than its ttl has passed.
  const isSlow = movesOn.length > 0 && movesOn.every(({ word }) => word === 'expired');
  return {
    earliest: earliest + (isSlow ? (waits ?? 0) : 0),
    latest: { seconds: latest.seconds + (waits ?? 0), calls: latest.calls + (waits === undefined ? 1 : 0) },
    isReached: isReached && movesOn.length > 0,
  };
}

function storyStep(program: Program, flow: Flow, time: StepTime, start: Start, texts: Texts): StoryStep {
  const { step, waits } = time;
  const at = placesOf(step);
  const documentation = stepDocumentation(program, flow, step);
  const name = step.sender?.symbol?.name;
  return {
    order: step.order,
    channel: step.channel,
    ...(documentation !== undefined && { documentation }),
    startsAtEarliest: start.earliest,
    startsAtLatest: start.latest,
    isReached: start.isReached,
    ...(waits !== undefined && { waits: { seconds: waits, byDefault: !time.ttlWritten } }),
    movesOn: { statuses: time.movesOn.map(storyStatus), byDefault: !time.statusesWritten },
    stopsOn: time.stopsOn.map(storyStatus),
    ...(step.sender && { sender: { id: texts.of(step.sender.id, at('sender')), ...(name !== undefined && { name }) } }),
    recipients: countingRecipients(step.recipients).map(
      ({ kind, value }): StoryRecipient => ({ kind, to: texts.of(value, at('recipient')) }),
    ),
    content: contentOf(step, flow, texts),
    options: optionsOf(step, texts),
  };
}

function storyStatus({ word, meaning }: StatusRule): StoryStatus {
  return { word, meaning };
}

/** A chain without a declaration starts with its first step: what is said there is said of the flow. */
function stepDocumentation(program: Program, flow: Flow, step: Step): string | undefined {
  const parsed = program.parsed(flow.uri);
  if (parsed === undefined || (flow.node.kind === 'chain' && step.order === 1)) return undefined;
  return docBefore(parsed, step.node.offset);
}

function optionsOf(step: Step, texts: Texts): StoryOptions {
  const at = placesOf(step);
  const expireOnDelivery = flagOf(step, 'expire-on-delivery');
  const flash = flagOf(step, 'flash');
  const transcode = flagOf(step, 'transcode');
  const shorten = clauseOf(step, 'shorten-links');
  const label = texts.maybe(clauseOf(step, 'label')?.text, at('label'));
  const inbound = texts.maybe(clauseOf(step, 'inbound')?.value, at('inbound'));
  const devices = clauseOf(step, 'devices')?.word?.text;
  const seq = clauseOf(step, 'seq')?.value?.value;
  const machine = clauseOf(step, 'machine');
  const url = texts.maybe(machine?.value, at('machine'));
  return {
    ...(expireOnDelivery !== undefined && { expireOnDelivery }),
    ...(flash !== undefined && { flash }),
    ...(transcode !== undefined && { transcode }),
    ...(shorten && {
      shortenLinks: {
        seconds: shorten.duration?.seconds ?? limits.sms.urlValidity.default,
        byDefault: shorten.duration === undefined,
      },
    }),
    ...(label && { label }),
    ...(inbound && { inbound }),
    ...((devices === 'primary' || devices === 'all') && { devices }),
    ...(seq !== undefined && { seq }),
    ...(machine && { machine: url === undefined ? { strategy: 'hangup' } : { strategy: 'continue', url } }),
  };
}

function storyParameter(program: Program, parameter: ParameterSymbol, texts: Texts): StoryParameter {
  const { name, node, effective = { kind: 'text' } } = parameter;
  const documentation = documentationOf(program, parameter);
  const fallback = defaultOf(node);
  return {
    name,
    ...(documentation !== undefined && { documentation }),
    type: typeText(effective),
    accepts: describeType(effective),
    givenAs: effective.kind === 'int' ? 'number' : 'text',
    ...(fallback !== undefined && { default: fallback }),
    isListed: node !== undefined,
    uses: texts.usesOf(parameter),
  };
}
