import { count, type Diagnostic, thousands } from '@failover/compiler';
import { compare, type Side } from '@failover/compiler/compare';
import type { Compared } from '../diff/compared.js';
import { gitSides } from '../diff/git-sides.js';
import type { ReadSide } from '../diff/side.js';
import { twoSides } from '../diff/two-sides.js';
import { findingOf, findingOfFault } from '../output/finding.js';
import { jsonText } from '../output/json-text.js';
import { report } from '../output/report.js';
import { stderr, stdout } from '../output/streams.js';

export interface DiffOptions {
  /** A commit to compare the work tree with, or two with `..` between them. */
  readonly git?: string | undefined;
  readonly format: 'text' | 'markdown' | 'json';
}

/** Tells what has changed for the persons who get the messages. Ends with status 1 where anything has. */
export async function diff(patterns: readonly string[], { git, format }: DiffOptions): Promise<number> {
  const [old, next] = git === undefined ? await twoSides(patterns) : await gitSides(git, patterns);
  await reportSide(old, old.settingDiagnostics);
  await reportSide(next, next.settingDiagnostics);
  // With mistakes in failover.json nobody knows what the files mean. Those of the old side nobody can mend any more.
  if (next.settingDiagnostics.length > 0) return 2;
  await report([...old.faults, ...next.faults].map(findingOfFault), next.sources);
  await reportErrors(old, next);
  const compared: Compared = { old, new: next, flows: compare(old.side, next.side) };
  stdout.write(await shown(compared, format));
  stderr.write(`${summary(compared)}\n`);
  if (old.faults.length + next.faults.length > 0) return 2;
  return compared.flows.length > 0 ? 1 : 0;
}

/** Prints what is wrong with the files: of the old side only what is wrong no longer. */
async function reportErrors(old: ReadSide, next: ReadSide): Promise<void> {
  const errors = errorsOf(next);
  const known = new Set(errors.map((error) => keyOf(next, error)));
  const mended = errorsOf(old).filter((error) => !known.has(keyOf(old, error)));
  await reportSide(old, mended);
  await reportSide(next, errors);
}

function reportSide({ sources }: ReadSide, diagnostics: readonly Diagnostic[]): Promise<void> {
  return report(diagnostics.map(findingOf), sources);
}

function errorsOf({ side: { program } }: ReadSide): Diagnostic[] {
  return program.allDiagnostics().filter(({ severity }) => severity === 'error');
}

function keyOf({ side: { files } }: ReadSide, { uri, code, message }: Diagnostic): string {
  return JSON.stringify([files.get(uri) ?? uri, code, message]);
}

async function shown(compared: Compared, format: DiffOptions['format']): Promise<string> {
  switch (format) {
    case 'text':
      return (await import('../diff/show-text.js')).diffText(compared);
    case 'markdown':
      return (await import('../diff/show-markdown.js')).diffMarkdown(compared);
    case 'json':
      return jsonText((await import('../diff/show-json.js')).diffJson(compared));
  }
}

function summary({ new: next, flows }: Compared): string {
  const gone = flows.filter((flow) => flow.new === undefined).length;
  const all = amountOfFlows(next.side) + gone;
  if (all === 0) return 'There is no flow on either side';
  if (flows.length === 0) return `${count(all, 'flow')} compared, no change`;
  return `${thousands(flows.length)} of ${count(all, 'flow')} changed`;
}

function amountOfFlows({ program, files }: Side): number {
  return [...files.keys()].reduce((sum, uri) => sum + program.flows(uri).length, 0);
}
