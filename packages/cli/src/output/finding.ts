import {
  type BindProblem,
  type Definition,
  type Diagnostic,
  type Fix,
  type Place,
  type RelatedPlace,
  type Severity,
  valueDiagnostics,
} from '@failover/compiler';
import type { Fault } from '../fault.js';

/** What is shown: a diagnostic, with or without a place, or a fault of the command's own, which has no code. */
export interface Finding {
  readonly severity: Severity;
  readonly code?: string | undefined;
  readonly message: string;
  readonly place?: Place | undefined;
  readonly why?: string | undefined;
  readonly help?: string | undefined;
  /** What there is to choose from, a line each. */
  readonly list?: readonly string[] | undefined;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
}

export function findingOf(diagnostic: Diagnostic): Finding {
  const { uri, offset, length, severity, code, message, why, help, related, fixes } = diagnostic;
  return { severity, code, message, why, help, related, fixes, place: { uri, offset, length } };
}

export function findingOfFault({ message, extras: { help, list, place } }: Fault): Finding {
  return { severity: 'error', message, help, list, place };
}

export function findingOfProblem({ code, message, why, parameter }: BindProblem, place?: Place): Finding {
  const help = code === valueDiagnostics.missing.code ? `Add \`--set ${parameter}=…\`` : undefined;
  return { severity: 'error', code, message, why, help, place };
}

/** A diagnostic that has no place in any file. */
export function findingWithoutPlace<Params>(definition: Definition<Params>, params: Params): Finding {
  const { code, severity, message, why } = definition;
  return { severity, code, message: message(params), why };
}
