import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Project } from '../workspace/project.js';

/** A file or folder that is about to get another place. */
export interface Move {
  readonly oldUri: string;
  readonly newUri: string;
}

/** Rewrites the imports of files that are moved, and of those that import them. */
export function moveFiles(_projects: readonly Project[], _moves: readonly Move[]): WorkspaceEdit | undefined {
  return undefined;
}
