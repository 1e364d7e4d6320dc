import { type Place, pageOf, type Severity } from '@failover/compiler';
import { shownUri } from '../paths.js';
import type { Source } from './excerpt.js';
import type { Finding } from './finding.js';
import type { Sources } from './pretty.js';
import { regionOf } from './region.js';
import type { Repository } from './repository.js';
import { visible } from './visible.js';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * Findings as workflow commands, a line each, which GitHub shows beside the lines of a pull request
 * (docs.github.com, workflow commands for GitHub Actions).
 */
export function githubAnnotations(
  findings: readonly Finding[],
  sources: Sources,
  repository: Repository,
): readonly string[] {
  return findings.map((finding) => {
    const { severity, code, message, help, list = [], place } = finding;
    const source = place && sources(place.uri);
    const file = place && repository.pathOf(place.uri);
    const properties = place && source && file ? { file, ...lineProperties(place, source) } : {};
    const named = place && !('file' in properties) ? `${shownUri(place.uri)}: ${message}` : message;
    const lines = [
      named,
      ...list,
      ...(help === undefined ? [] : [help]),
      ...(code === undefined ? [] : [pageOf(code)]),
    ];
    return command(commands[severity], { ...properties, title: code ?? 'failover' }, lines.map(visible).join('\n'));
  });
}

/** GitHub takes columns only where a stretch lies on one line, and the last column as a part of it. */
function lineProperties(place: Place, source: Source): Readonly<Record<string, number>> {
  const { start, end } = regionOf(place, source);
  // A stretch that ends before the first character of a line has nothing of that line.
  const lastLine = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  const lines = { line: start.line, endLine: lastLine };
  if (start.line !== end.line) return lines;
  return { ...lines, col: start.column, endColumn: Math.max(start.column, end.column - 1) };
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${written.join(',')}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
