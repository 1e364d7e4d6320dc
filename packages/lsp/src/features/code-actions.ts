import type { Span } from '@failover/compiler';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';
import { quickFixes } from './code-actions/quick-fixes.js';
import { refactorings } from './code-actions/refactorings.js';
import { fixAllAction, organizeAction } from './code-actions/source-actions.js';

/** Each kind of action, and what makes the actions of it. */
const makers: readonly (readonly [CodeActionKind, (snapshot: Snapshot, span: Span) => CodeAction[]])[] = [
  [CodeActionKind.QuickFix, quickFixes],
  [CodeActionKind.Refactor, refactorings],
  [CodeActionKind.SourceOrganizeImports, organizeAction],
  [CodeActionKind.SourceFixAll, fixAllAction],
];

/**
 * What can be done at a stretch of a file.
 * @param only the kinds that are asked for; without it, all that belong to the stretch
 */
export function codeActions(snapshot: Snapshot, span: Span, only: readonly CodeActionKind[] | undefined): CodeAction[] {
  return makers.flatMap(([kind, make]) => {
    if (only === undefined) return kind.startsWith('source') ? [] : make(snapshot, span);
    const isAsked = only.some((wanted) => isWithin(kind, wanted) || isWithin(wanted, kind));
    return isAsked
      ? make(snapshot, span).filter((action) => only.some((wanted) => isWithin(action.kind ?? '', wanted)))
      : [];
  });
}

/** `refactor.extract` is within `refactor`, and everything within the empty kind. */
function isWithin(kind: string, wanted: string): boolean {
  return wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);
}
