import { imports } from '../diagnostics/fo6-import.js';
import type { Report } from '../diagnostics/reporter.js';
import { pointerKeys } from '../emit/json.js';
import { requestProblems } from '../routee/schemas.js';
import { describe, entriesOf, follow, type Located, placeOf, plain, startOf, valuesIn } from './located.js';
import { type Holes, isContent } from './parametrize.js';
import { reportCompilerErrors } from './report-compiler-errors.js';
import type { WrittenFlow } from './write-file.js';

/** What has been told, so that one fault gives one diagnostic. */
export interface Told {
  /** Values at fault. */
  readonly wrong: Set<Located>;
  /** Objects that lack a field. */
  readonly lacking: Set<Located>;
}

/**
 * Tells what keeps the flows from being what the requests are: what the endpoint refuses, what the flows do not say, and
 * what the compiler would say about them.
 */
export function reportFaults(
  flows: readonly WrittenFlow[],
  text: string | undefined,
  holes: Holes,
  report: Report,
): void {
  const told: Told = { wrong: new Set(), lacking: new Set() };
  for (const flow of flows) new FlowFaults(flow, holes, told, report).report();
  reportIdle(flows, holes, told, report);
  if (text !== undefined) reportCompilerErrors(flows, text, told, report);
}

class FlowFaults {
  readonly #flow: WrittenFlow;
  readonly #body: Located;
  readonly #holes: Holes;
  readonly #told: Told;
  readonly #report: Report;
  readonly #skipped: ReadonlySet<Located>;

  constructor(flow: WrittenFlow, holes: Holes, told: Told, report: Report) {
    this.#flow = flow;
    this.#body = flow.request.body;
    this.#holes = holes;
    this.#told = told;
    this.#report = report;
    this.#skipped = new Set(flow.skipped);
  }

  report(): void {
    const problems = requestProblems(this.#flow.request.endpoint, plain(this.#body));
    for (const { at, message } of problems) this.#problem(at, message);
    this.#unsaid(this.#body, []);
    this.#staying();
  }

  #problem(at: string, problem: string): void {
    const keys = pointerKeys(at);
    const way = follow(this.#body, keys);
    const place = way.at(-1) ?? this.#body;
    const isMissing = way.length <= keys.length;
    // A step of the other endpoint lacks whatever this one asks for.
    if (isMissing && this.#told.wrong.has(place)) return;
    this.#told[isMissing ? 'lacking' : 'wrong'].add(place);
    // What a parameter takes the place of may be anything; of a number that is none, that has been told.
    const isInfinite = typeof place.value === 'number' && !Number.isFinite(place.value);
    if (!isMissing && (this.#flow.pen.filled.has(place) || isInfinite)) return;
    const name = nameOf(keys, way);
    const span = isMissing ? startOf(place) : placeOf(place);
    const step = way.findIndex((one) => this.#skipped.has(one));
    const skipped = way[step];
    if (skipped !== undefined && !(this.#told.wrong.has(skipped) && skipped !== place)) {
      this.#told.wrong.add(skipped);
      const its = skipped === place && !isMissing ? 'it' : `its \`${name}\``;
      this.#report(imports.leftOut, span, { name: nameOf(keys.slice(0, step), way), problem: `${its} ${problem}` });
    } else if (isMissing) {
      this.#report(imports.missing, span, { name, problem });
    } else if (this.#isSaid(place)) {
      this.#report(imports.refused, span, { name, problem });
    } else {
      const why = at === '/restrictions' ? 'the language does not have it' : `it ${problem}`;
      this.#report(imports.leftOut, span, { name, problem: why });
    }
  }

  #isSaid(place: Located): boolean {
    return this.#flow.pen.said.has(place) || entriesOf(place).some(([, one]) => this.#isSaid(one));
  }

  /** Whatever the flow does not say, and no fault around it has told. */
  #unsaid(value: Located, keys: readonly string[]): void {
    if (this.#told.wrong.has(value) || this.#flow.pen.said.has(value) || this.#holes.asked.has(value)) return;
    const entries = entriesOf(value);
    for (const [key, one] of entries) this.#unsaid(one, [...keys, key]);
    if (entries.length > 0 || value === this.#body) return;
    const name = nameOf(keys, follow(this.#body, keys));
    const problem = 'it says nothing without what is wrong or missing beside it';
    this.#report(imports.leftOut, value, { name, problem });
  }

  /** Values that have become parameters and stand within other texts as well. */
  #staying(): void {
    const { filled } = this.#flow.pen;
    const names = new Map([...filled].map((hole) => [String(hole.value), this.#holes.all.get(hole) ?? '']));
    const values = [...names.keys()].filter((value) => value.length >= 3);
    for (const { keys, value: text } of values.length === 0 ? [] : valuesIn(this.#body)) {
      if (text.kind !== 'text' || filled.has(text) || !isContent(keys)) continue;
      const value = values.find((one) => String(text.value).includes(one));
      if (value !== undefined) this.#report(imports.valueStays, text, { name: names.get(value) ?? '', value });
    }
  }
}

/** `to`, `failoverOnStatuses[0]`, `flow[1]`. */
function nameOf(keys: readonly string[], way: readonly Located[]): string {
  const last = keys.at(-1);
  if (last === undefined) return 'the request';
  return way[keys.length - 1]?.kind === 'list' ? `${keys.at(-2) ?? ''}[${last}]` : last;
}

/** Values that were to become parameters and stand where none can, or where different ones are wanted. */
function reportIdle(flows: readonly WrittenFlow[], { all, asked }: Holes, told: Told, report: Report): void {
  const filled = new Set(flows.flatMap(({ pen }) => [...pen.filled]));
  for (const value of asked) {
    if (filled.has(value)) continue;
    const name = all.get(value) ?? '';
    told.wrong.add(value);
    report(imports.notAParameter, placeOf(value), { name, problem: `${describe(value)} stays as it is here` });
  }
  for (const { pen } of flows) {
    for (const [name, wanted] of pen.parameters) {
      if (wanted !== undefined) continue;
      const places = [...pen.filled].filter((value) => all.get(value) === name);
      const [place] = places;
      if (place === undefined) continue;
      for (const one of places) told.wrong.add(one);
      report(imports.notAParameter, placeOf(place), { name, problem: 'its places ask for values of different types' });
    }
  }
}
