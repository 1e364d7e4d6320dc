import { type Diagnostic as Fault, pageOf, type Severity } from '@failover/compiler';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Project } from '../workspace/project.js';
import { rangeIn } from '../workspace/snapshot.js';
import { isProjectFile } from '../workspace/uris.js';

/** Everything there is to say about a file of a project, failover.json among them. */
export function diagnostics(project: Project, uri: string): Diagnostic[] {
  return faultsOf(project, uri).map((fault) => protocolDiagnostic(project, fault));
}

function faultsOf(project: Project, uri: string): readonly Fault[] {
  if (uri === project.settingsUri) return project.settingsDiagnostics;
  // One that was never saved is no project's yet.
  return isProjectFile(uri) ? [] : project.program.diagnostics(uri);
}

/** What is wrong, as the protocol has it. */
export function protocolDiagnostic(
  project: Project,
  { uri, code, severity, related, tags, ...fault }: Fault,
): Diagnostic {
  return {
    range: rangeIn(project, uri, fault),
    severity: severities[severity],
    code,
    codeDescription: { href: pageOf(code) },
    source: 'failover',
    message: inWords(fault),
    ...(tags.length > 0 && { tags: tags.map((tag) => protocolTags[tag]) }),
    ...(related.length > 0 && {
      relatedInformation: related.map(({ message, ...place }) => ({
        location: { uri: place.uri, range: rangeIn(project, place.uri, place) },
        message,
      })),
    }),
  };
}

/** What is wrong, and under it what to do; where nobody can say that, why it matters. */
function inWords({ message, help, why }: Pick<Fault, 'message' | 'help' | 'why'>): string {
  return `${message}\n${help ?? why}`;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const protocolTags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated };
