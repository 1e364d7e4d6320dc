import type { Diagnostic } from 'vscode-languageserver-types';
import type { Project } from '../workspace/project.js';

/** Everything there is to say about a file of a project, failover.json among them. */
export function diagnostics(_project: Project, _uri: string): Diagnostic[] {
  return [];
}
