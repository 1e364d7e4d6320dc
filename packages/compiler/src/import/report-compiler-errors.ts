import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { imports } from '../diagnostics/fo6-import.js';
import type { Report } from '../diagnostics/reporter.js';
import { pointerKeys } from '../emit/json.js';
import { type Payload, payloadOf } from '../emit/payload.js';
import type { Flow } from '../names/model.js';
import { Program } from '../program.js';
import { firstFrom } from '../text/first-from.js';
import { contains, endOf, type Span } from '../text/span.js';
import { follow, type Located, placeOf, valuesIn } from './located.js';
import type { Told } from './report-faults.js';
import { importedUri, type WrittenFlow } from './write-file.js';

/**
 * Tells the errors that the compiler finds in an imported file. It has rules that the schema of the endpoint has not, such
 * as the length of a one-time password. What has been told in the words of the request is not told again.
 */
export function reportCompilerErrors(written: readonly WrittenFlow[], text: string, told: Told, report: Report): void {
  const program = new Program({ read: () => ({ text }) }, [importedUri]);
  const errors = program.diagnostics(importedUri).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const bodies = new Map(written.map(({ name, request }) => [name, request.body]));
  const flows = program.flows(importedUri);
  const finder = new PlaceFinder();
  for (const error of errors) {
    const flow = around(flows, error, ({ node }) => node);
    const body = bodies.get((flow ?? flows[0])?.name ?? '');
    const way = flow && body && follow(body, finder.keysOf(error, flow));
    if (body === undefined || isTold(way, told)) continue;
    report(imports.faultInFlow, placeOf(way?.at(-1) ?? body), { code: error.code, problem: error.message });
  }
}

/** Finds what of a request an error is about. */
class PlaceFinder {
  readonly #places = new Map<Flow, Payload['places']>();

  /** The keys from the body to the value, as far as there is one. */
  keysOf(error: Diagnostic, flow: Flow): readonly string[] {
    const places = this.#placesOf(flow);
    const first = places[firstFrom(places, error.offset + 1, ({ text }) => endOf(text))];
    if (first !== undefined && first.text.offset < endOf(error)) return pointerKeys(first.at);
    const step = around(flow.steps, error, ({ node }) => node);
    return step === undefined ? [] : ['flow', String(flow.steps.indexOf(step))];
  }

  /** The texts of the payload, in the order of the file. */
  #placesOf(flow: Flow): Payload['places'] {
    const known = this.#places.get(flow);
    if (known !== undefined) return known;
    const places = payloadOf(flow).places.toSorted((a, b) => a.text.offset - b.text.offset);
    this.#places.set(flow, places);
    return places;
  }
}

/** The one of items, in the order of the file, that a span is within. */
function around<Item>(items: readonly Item[], span: Span, nodeOf: (item: Item) => Span): Item | undefined {
  const item = items[firstFrom(items, endOf(span), (one) => endOf(nodeOf(one)))];
  return item !== undefined && contains(nodeOf(item), span) ? item : undefined;
}

/** Errors of declarations follow from what has been told of the steps, if anything has. */
function isTold(way: readonly Located[] | undefined, { wrong, lacking }: Told): boolean {
  const place = way?.at(-1);
  if (way === undefined || place === undefined) return wrong.size + lacking.size > 0;
  if (way.some((one) => wrong.has(one))) return true;
  return [...valuesIn(place)].some(({ value }) => wrong.has(value) || lacking.has(value));
}
