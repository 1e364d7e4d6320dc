import { lint } from '../../diagnostics/fo4-lint.js';
import { replaceWith } from '../../names/fixes.js';
import { clauseOf, type Flow, type Step } from '../../names/model.js';
import { constantText, type ParameterSymbol, type ResolvedText } from '../../names/symbols.js';
import { waitOf } from '../../names/timeline.js';
import { limits } from '../../routee/limits.js';
import { knownTemplate, knownValidity, minutesParameters } from '../../routee/templates.js';
import { canonicalDuration } from '../../syntax/numbers.js';
import type { FlowRule } from '../rule.js';

/** A step that sends a code when the code may be dead already: it counts from the first message. */
export const codeExpires: FlowRule = (flow, report) => {
  const code = codeOf(flow);
  if (code === undefined) return;
  let seconds = 0;
  for (const [index, step] of flow.steps.entries()) {
    // At its last second a code is of no use either.
    if (seconds >= code.minutes * 60 && carries(step, flow, code.parameter)) {
      const params = { minutes: code.minutes, reached: canonicalDuration(seconds), template: code.template };
      const before = flow.steps[index - 1];
      const ttl = before && clauseOf(before, 'ttl')?.duration;
      const shorter = code.minutes * 60 - (seconds - leastWait(before)) - 60;
      const least = before?.channel === 'viber' ? limits.viber.ttl.min * 60 : limits.sms.ttl.min * 60;
      const fixes = ttl && shorter >= least ? [replaceWith(flow.uri, ttl, canonicalDuration(shorter))] : [];
      const { uri } = flow;
      const related = ttl ? [{ uri, offset: ttl.offset, length: ttl.length, message: 'because of this ttl' }] : [];
      report(lint.codeExpires, step.node.channel, params, { fixes, related });
      return;
    }
    seconds += leastWait(step);
  }
};

/** How long a phone rings is not known: a call counts as if it took no time. */
function leastWait(step: Step | undefined): number {
  return (step && waitOf(step)) ?? 0;
}

interface Code {
  readonly minutes: number;
  readonly template: string;
  /** The parameter that holds the code. */
  readonly parameter: ParameterSymbol | undefined;
}

/** The first code of the flow whose life is known. */
function codeOf(flow: Flow): Code | undefined {
  for (const { template } of flow.steps) {
    if (template === undefined) continue;
    const known = template.id && knownTemplate(constantText(template.id) ?? '');
    const validity = template.arguments.find(({ name }) => minutesParameters.includes(name));
    const minutes = validity === undefined ? known && knownValidity(known.id) : minutesOf(validity.value);
    const pin = template.arguments.find(({ name }) => name === 'pin')?.value;
    const piece = typeof pin === 'object' && pin.pieces.length === 1 ? pin.pieces[0] : undefined;
    // A code that never lives has been refused.
    if (minutes === undefined || minutes < 1) continue;
    const parameter = typeof piece === 'object' ? piece.parameter : undefined;
    return { minutes, template: template.symbol?.name ?? known?.title ?? 'the template', parameter };
  }
  return undefined;
}

function minutesOf(value: ResolvedText | number): number | undefined {
  if (typeof value === 'number') return value;
  const text = constantText(value);
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

function carries(step: Step, flow: Flow, parameter: ParameterSymbol | undefined): boolean {
  if (step.template !== undefined) return step.template.arguments.some(({ name }) => name === 'pin');
  const content = step.node.content;
  const nodes = content?.kind === 'text' ? [content] : step.verbs.map(({ node }) => node.value);
  return nodes.some((node) => {
    const pieces = node === undefined ? [] : (flow.texts.get(node)?.pieces ?? []);
    return pieces.some((piece) => typeof piece !== 'string' && piece.parameter === parameter);
  });
}
