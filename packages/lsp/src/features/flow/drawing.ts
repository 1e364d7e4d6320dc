import {
  constantText,
  documentationOf,
  type Flow,
  knownTemplate,
  type Step,
  type StepTime,
  smsTextOf,
  timelineOf,
  typeText,
  writtenText,
} from '@failover/compiler';
import type { DrawnStep, FlowDrawing } from '../../protocol.js';
import type { Snapshot } from '../../workspace/snapshot.js';
import { diagnosticsIn } from './problems.js';

/** What a drawing of the flow shows. */
export function drawingOf(snapshot: Snapshot, flow: Flow): FlowDrawing {
  const { program } = snapshot;
  const documentation = documentationOf(program, flow.symbol);
  const { callback } = flow;
  return {
    name: flow.name,
    endpoint: flow.endpoint,
    uri: flow.uri,
    ...(documentation !== undefined && { documentation }),
    parameters: flow.parameters.map((parameter) => {
      const text = documentationOf(program, parameter);
      const type = parameter.effective === undefined ? '' : typeText(parameter.effective);
      return { name: parameter.name, type, ...(text !== undefined && { documentation: text }) };
    }),
    ...(callback?.url !== undefined && { callback: { url: writtenText(callback.url), on: callback.moment } }),
    steps: timelineOf(flow).map((time) => drawnStep(snapshot, flow, time)),
  };
}

function drawnStep(snapshot: Snapshot, flow: Flow, time: StepTime): DrawnStep {
  const { step, waits, ttlWritten, startsAtLatest, movesOn, statusesWritten } = time;
  const sms = smsTextOf(step, flow);
  return {
    order: step.order,
    channel: step.channel,
    title: titleOf(step),
    summary: summaryOf(flow, step),
    recipient: step.recipients.map(({ value }) => writtenText(value)).join(', '),
    startsAtLatest: startsAtLatest ?? null,
    waits: waits ?? null,
    ttlWritten,
    movesOn: movesOn.map(({ word, meaning }) => ({
      status: word,
      label: word.replace('-', ' '),
      description: meaning,
      written: statusesWritten,
    })),
    ...(sms !== undefined && { parts: { count: sms.parts, encoding: sms.encoding } }),
    range: snapshot.document.rangeOf(step.node),
    problems: diagnosticsIn(snapshot, step.node).map(({ severity, message, code }) => ({ severity, message, code })),
  };
}

/** What is sent, beside the name of the channel. */
function titleOf({ template, verbs, channel }: Step): string {
  if (template !== undefined) {
    const written = template.node.template;
    const id = template.id && constantText(template.id);
    const name = written?.kind === 'word' ? written.text : (id && knownTemplate(id)?.title) || id || '';
    const lang = template.langText && writtenText(template.langText);
    return ['template', name, ...(lang ? [`in ${lang}`] : [])].filter((one) => one !== '').join(' ');
  }
  if (channel !== 'voice') return 'message';
  return [...new Set(verbs.map(({ node }) => node.keyword.text))].join(', then ');
}

function summaryOf(flow: Flow, { node, template, verbs }: Step): string {
  const { content } = node;
  if (content?.kind === 'text') return textOf(flow, content);
  if (template !== undefined) return wordingOf(template);
  return verbs.map((verb) => (verb.node.value === undefined ? '' : textOf(flow, verb.node.value))).join('\n');
}

function textOf(flow: Flow, node: Parameters<Flow['texts']['get']>[0]): string {
  const text = flow.texts.get(node);
  return text === undefined ? '' : writtenText(text);
}

/** The approved wording with its arguments, where the declaration has it. */
function wordingOf({ symbol, langText, arguments: all }: NonNullable<Step['template']>): string {
  const lang = langText && constantText(langText);
  const wording = lang === undefined ? [...(symbol?.langs.values() ?? [])][0] : symbol?.langs.get(lang);
  const values = new Map(
    all.map(({ name, value }) => [name, typeof value === 'number' ? String(value) : writtenText(value)]),
  );
  return (wording?.text?.parts ?? [])
    .map((part) =>
      part.kind === 'chars' ? part.value : (values.get(part.name?.text ?? '') ?? `{${part.name?.text ?? ''}}`),
    )
    .join('');
}
