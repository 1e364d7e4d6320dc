import { imports } from '../diagnostics/fo6-import.js';
import type { Report } from '../diagnostics/reporter.js';
import { callbackStrategies, channelTypes, deliveryScopes, statuses } from '../routee/channels.js';
import { genders } from '../routee/limits.js';
import { crop } from '../text/crop.js';
import { fieldOf, type Located, newValue, startOf } from './located.js';
import { channelOf } from './steps.js';

/**
 * Puts a request in the documentation's own words and order, and tells each change: the endpoint may understand it as it
 * is, but the flow compiles to what the documentation says.
 */
export function tidy(request: Located, report: Report): void {
  spell(fieldOf(fieldOf(request, 'callback'), 'strategy'), Object.values(callbackStrategies), report);
  const flow = fieldOf(request, 'flow', 'list');
  if (flow === undefined) return;
  for (const step of flow.items) tidyStep(step, report);
  putInOrder(flow.items, report);
}

function tidyStep(step: Located, report: Report): void {
  const type = fieldOf(step, 'type');
  spell(type, Object.values(channelTypes), report);
  const channel = channelOf(step);
  const known = channel === undefined ? [] : statuses[channel].map(({ api }) => api);
  for (const status of fieldOf(step, 'failoverOnStatuses')?.items ?? []) spell(status, known, report);
  spell(fieldOf(step, 'deliveryScope'), Object.values(deliveryScopes), report);
  spell(fieldOf(fieldOf(step, 'machineDetection'), 'strategy'), ['Hangup', 'Continue'], report);
  if (channel === 'voice') respellKey(step, 'dialPlan', report);
  for (const verb of fieldOf(fieldOf(step, 'dialPlan'), 'verbs')?.items ?? []) {
    spell(fieldOf(verb, 'type'), ['SAY', 'PLAY'], report);
    spell(fieldOf(fieldOf(verb, 'message'), 'gender'), genders, report);
  }
}

/** A word in another case. */
function spell(word: Located | undefined, known: readonly string[], report: Report): void {
  if (word?.kind !== 'text' || known.includes(String(word.value))) return;
  const found = String(word.value);
  const meant = known.find((one) => one.toLowerCase() === found.toLowerCase());
  if (meant === undefined) return;
  report(imports.spelling, word, { found, meant });
  word.value = meant;
}

/** The parameter table of the documentation has `dialplan`, its examples `dialPlan`. */
function respellKey(owner: Located, meant: string, report: Report): void {
  if (owner.fields.has(meant)) return;
  for (const [found, field] of owner.fields) {
    if (found.toLowerCase() !== meant.toLowerCase()) continue;
    report(imports.spelling, field.key, { found, meant });
    owner.fields.delete(found);
    owner.fields.set(meant, field);
    return;
  }
}

/** The order of the numbers counts, where every step has one; of equal numbers, the place in the list. */
function putInOrder(steps: Located[], report: Report): void {
  const numberOf = (step: Located) => fieldOf(step, 'order', 'number')?.value;
  const asListed = new Map(steps.map((step, index) => [step, index + 1]));
  if (steps.every((step) => typeof numberOf(step) === 'number')) {
    steps.sort((a, b) => Number(numberOf(a)) - Number(numberOf(b)));
  }
  for (const [index, step] of steps.entries()) {
    const order = fieldOf(step, 'order');
    const place = index + 1;
    const listed = asListed.get(step);
    if (step.kind !== 'object' || (order?.value === place && listed === place)) continue;
    const where = order?.value === place ? `is number ${listed} of the list and ` : '';
    const found = order === undefined ? 'has no `order`' : `${where}has the order \`${shown(order)}\``;
    const span = order ?? startOf(step);
    report(imports.order, span, { found, place });
    step.fields.set('order', { key: span, value: newValue('number', span, place) });
  }
}

function shown(value: Located): string {
  if (value.kind === 'object' || value.kind === 'list') return '…';
  return value.kind === 'text' ? JSON.stringify(crop(String(value.value))) : String(value.value);
}
