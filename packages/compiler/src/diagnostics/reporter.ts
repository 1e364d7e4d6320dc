import type { Span } from '../text/span.js';
import type { Definition } from './define.js';
import type { Diagnostic, DiagnosticExtras } from './diagnostic.js';

/** Says that something is wrong at a place of the file at hand. */
export type Report = <Params>(
  definition: Definition<Params>,
  span: Span,
  params: Params,
  extras?: DiagnosticExtras,
) => void;

/** Collects the diagnostics of a file; the same one at the same place counts once. */
export class Reporter {
  readonly diagnostics: Diagnostic[] = [];
  #seen: Set<string> | undefined;
  readonly #uri: string;

  constructor(uri: string) {
    this.#uri = uri;
  }

  readonly report: Report = (definition, span, params, extras) => {
    const diagnostic = diagnosticOf(this.#uri, definition, span, params, extras);
    const key = keyOf(diagnostic);
    this.#seen ??= new Set();
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.diagnostics.push(diagnostic);
  };
}

/** What two diagnostics of a file have in common that say the same of the same place. */
export function keyOf({ code, offset, length, message }: Diagnostic): string {
  return `${code} ${offset} ${length} ${message}`;
}

/** A diagnostic as its definition words it. */
export function diagnosticOf<Params>(
  uri: string,
  definition: Definition<Params>,
  span: Span,
  params: Params,
  extras?: DiagnosticExtras,
): Diagnostic {
  return {
    uri,
    offset: span.offset,
    length: span.length,
    code: definition.code,
    severity: definition.severity,
    message: definition.message(params),
    why: definition.why,
    help: extras?.help,
    related: extras?.related ?? [],
    fixes: extras?.fixes ?? [],
    tags: definition.unnecessary ? ['unnecessary'] : [],
  };
}
