import type { Diagnostic } from '@failover/compiler';
import { locate, programOf, readInput } from '../input.js';
import { findingOf, findingOfFault } from '../output/finding.js';
import { jsonDiagnostics } from '../output/json.js';
import { jsonText } from '../output/json-text.js';
import { report, sourcesOf } from '../output/report.js';
import { stderr, stdout } from '../output/streams.js';
import { countFindings, plural } from '../output/summary.js';
import { visible } from '../output/visible.js';
import { shownUri } from '../paths.js';

export interface CheckOptions {
  readonly format: 'pretty' | 'json';
  readonly maxWarnings?: number | undefined;
}

/** Prints every diagnostic of the files and of those that they import. */
export async function check(patterns: readonly string[], options: CheckOptions): Promise<number> {
  const { project, files } = await locate(patterns);
  const input = await readInput(files);
  const program = programOf(input, project);
  // What failover.json was meant to say decides what the files mean, so it is put right first.
  const diagnostics = project.diagnostics.length > 0 ? project.diagnostics : program.allDiagnostics();
  const sources = sourcesOf(program, project.texts);
  const shown = options.format === 'pretty' ? diagnostics : [];
  const findings = [...input.unreadable.map(findingOfFault), ...shown.map(findingOf)];
  await report(findings, sources);
  if (options.format === 'json') stdout.write(jsonText(jsonDiagnostics(diagnostics, sources)));
  else if (input.unreadable.length === 0 || program.uris.length > 0) {
    stderr.write(`${findings.length > 0 ? '\n' : ''}${summary(diagnostics, program.uris.length)}\n`);
  }
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  const isPassed = options.maxWarnings !== undefined && warnings > options.maxWarnings;
  if (isPassed) stderr.write(`${plural(warnings, 'warning')}: at most ${options.maxWarnings} are allowed\n`);
  if (input.unreadable.length > 0) return 2;
  return isPassed || diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function summary(diagnostics: readonly Diagnostic[], checked: number): string {
  if (diagnostics.length === 0) return `${plural(checked, 'file')} checked, no problems`;
  const affected = [...new Set(diagnostics.map(({ uri }) => uri))];
  const amounts = countFindings(diagnostics.map(findingOf));
  if (affected.length === 1 && affected[0] !== undefined) return `${amounts} in ${visible(shownUri(affected[0]))}`;
  return `${amounts} in ${affected.length === checked ? '' : `${affected.length} of `}${plural(checked, 'file')}`;
}
