import { fieldOf, ownerName, type StepTime, timelineOf, timeText, type WordAt } from '@failover/compiler';
import type { Prose } from './prose.js';
import { describeStep, startOf } from './step.js';

/** A keyword, flag, status or other word of the language: what it is for, and what is written here comes to. */
export function describeWordAt(word: WordAt, prose: Prose): void {
  const { syntax, summary, field, unit, limits, api, takenBy, default: standard } = word.description;
  prose.block('failover', syntax);
  prose.paragraph(summary);
  prose.list([
    field && `Field: \`${field}\`${unit === undefined ? '' : `, in ${unit}`}`,
    api && `In the request: \`${api}\``,
    limits && `Allowed: ${limits}`,
    standard && `Without it: ${standard}`,
    takenBy && takenBy.length > 0 ? `On: ${takenBy.map(ownerName).join(', ')}` : undefined,
  ]);
  const times = word.flow === undefined ? [] : timelineOf(word.flow);
  const time = times.find(({ step }) => step === word.step);
  switch (word.place.as) {
    case 'step':
      if (word.flow !== undefined && time !== undefined) describeStep(word.flow, times, time, prose);
      break;
    case 'status':
      prose.paragraph(time && statusHere(word.description.word, time));
      break;
    default:
      describeSent(word, prose);
      if (time !== undefined) describeClauseHere(word, times, time, prose);
  }
}

/** What is written here comes to, in the request. */
function describeSent({ description, flow, step, verb, place }: WordAt, prose: Prose): void {
  if (flow === undefined || description.field === undefined) return;
  const inStep = place.as === 'setting' || (place.as === 'value' && place.of === 'callback') ? undefined : step;
  const sent = fieldOf(flow, inStep, inStep && verb, description.field);
  if (sent === undefined) return;
  prose.paragraph('Here it is sent as');
  prose.block('json', `${JSON.stringify(sent.key)}: ${onOneLine(JSON.stringify(sent.value, undefined, 2))}`);
}

/** Where it is short. */
function onOneLine(json: string): string {
  const line = json.replace(/\n\s*/g, ' ');
  return line.length <= 60 ? line : json;
}

function describeClauseHere({ place, description }: WordAt, times: readonly StepTime[], time: StepTime, prose: Prose) {
  if (place.as !== 'clause' || time.step.channel === 'voice') return;
  if (description.word === 'ttl') prose.paragraph(ttlHere(times, time));
}

function ttlHere(times: readonly StepTime[], { waits, step }: StepTime): string | undefined {
  if (waits === undefined) return undefined;
  const next = times[step.order];
  const wait = `This step waits ${timeText(waits)} at the most`;
  return next === undefined ? `${wait}; no step follows.` : `${wait}. The next one starts ${startOf(next)}.`;
}

function statusHere(word: string, { step, movesOn }: StepTime): string {
  if (step.isLast) return 'No step follows, so the flow ends here.';
  return movesOn.some((status) => status.word === word) ? 'It moves the flow on.' : 'It does not move the flow on.';
}
