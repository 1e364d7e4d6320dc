import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { imports } from '../diagnostics/fo6-import.js';
import type { Report } from '../diagnostics/reporter.js';
import { pointerKeys } from '../emit/json.js';
import { payloadOf } from '../emit/payload.js';
import type { Flow } from '../names/model.js';
import { Program } from '../program.js';
import { contains, endOf } from '../text/span.js';
import { follow, type Located, valuesIn } from './located.js';
import type { Told } from './report-faults.js';
import type { WrittenFlow } from './write-file.js';

const uri = 'file:///imported.failover';

/**
 * Tells the errors that the compiler finds in an imported file. It has rules that the schema of the endpoint has not, such
 * as the length of a one-time password. What has been told in the words of the request is not told again.
 */
export function reportCompilerErrors(written: readonly WrittenFlow[], text: string, told: Told, report: Report): void {
  const program = new Program({ read: () => ({ text }) }, [uri]);
  const errors = program.diagnostics(uri).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const bodies = new Map(written.map(({ name, request }) => [name, request.body]));
  const flows = program.flows(uri);
  for (const error of errors) {
    const flow = flows.find(({ node }) => contains(node, error));
    const body = bodies.get((flow ?? flows[0])?.name ?? '');
    const way = flow && body && wayTo(error, flow, body);
    if (body === undefined || isTold(way, told)) continue;
    const place = way?.at(-1) ?? body;
    const span = place.kind === 'object' || place.kind === 'list' ? { offset: place.offset, length: 1 } : place;
    report(imports.faultInFlow, span, { code: error.code, problem: error.message });
  }
}

/** From the body to the value that an error is about, as far as there is one. */
function wayTo(error: Diagnostic, flow: Flow, body: Located): readonly Located[] {
  const ofText = payloadOf(flow).places.find(({ span }) => span.offset < endOf(error) && error.offset < endOf(span));
  const step = flow.steps.findIndex(({ node }) => contains(node, error));
  return follow(body, ofText ? pointerKeys(ofText.at) : step === -1 ? [] : ['flow', String(step)]);
}

/** Errors of declarations follow from what has been told of the steps, if anything has. */
function isTold(way: readonly Located[] | undefined, { wrong, lacking }: Told): boolean {
  const place = way?.at(-1);
  if (way === undefined || place === undefined) return wrong.size + lacking.size > 0;
  if (way.some((one) => wrong.has(one))) return true;
  return [...valuesIn(place)].some((one) => wrong.has(one) || lacking.has(one));
}
