import { Fault } from '../fault.js';

export interface ExplainOptions {
  readonly flow?: string | undefined;
  /** Texts that take the place of lets. */
  readonly define?: ReadonlyMap<string, string> | undefined;
  readonly format: 'text' | 'markdown' | 'mermaid';
}

/** A code, also in lower case, without its letters, or mistyped. */
const code = /^(?:fo)?\d[\dlo]*$/i;

/** Tells what flows do, or shows the pages of diagnostics. */
export async function explain(subjects: readonly string[], options: ExplainOptions): Promise<number> {
  const codes = subjects.filter((subject) => code.test(subject));
  if (codes.length === 0) return (await import('../explain/explain-flows.js')).explainFlows(subjects, options);
  if (codes.length < subjects.length) {
    throw new Fault(`\`${codes[0]}\` is the code of a diagnostic, and the rest are files`, {
      help: `Explain them one after the other. A file or folder of that name is \`./${codes[0]}\`.`,
    });
  }
  return (await import('../explain/explain-codes.js')).explainCodes(codes, options);
}
