import { type Diagnostic, nearest, type Program, valueDiagnostics } from '@failover/compiler';
import { type Finding, findingWithoutPlace } from './output/finding.js';

/** What stands in the way of compiling, or is probably not meant. What is merely worth knowing, `check` tells. */
export function seriousOf(program: Program): Diagnostic[] {
  return program.allDiagnostics().filter(({ severity }) => severity === 'error' || severity === 'warning');
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** Definitions that no let takes. */
export function unknownDefines(program: Program, defines: ReadonlyMap<string, string>): Finding[] {
  const lets = new Set(program.lets().map(({ name }) => name));
  const unknown = [...defines.keys()].filter((name) => !lets.has(name));
  return unknown.map((name) =>
    findingWithoutPlace(valueDiagnostics.unknownDefine, { name, suggestion: nearest(name, lets) }),
  );
}
