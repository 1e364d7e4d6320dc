import { type Diagnostic, endOf, ignoreDiagnostic, type Span } from '@failover/compiler';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { workspaceEdit } from '../../workspace/edits.js';
import type { Snapshot } from '../../workspace/snapshot.js';
import { protocolDiagnostic } from '../diagnostics.js';
import { switchRuleOff } from './switch-rule-off.js';

/** Every fix of what is wrong at a stretch, and the ways to say that it is meant. */
export function quickFixes(snapshot: Snapshot, span: Span): CodeAction[] {
  const { program, uri, parsed } = snapshot;
  const here = program.diagnostics(uri).filter((one) => one.offset <= endOf(span) && span.offset <= endOf(one));
  const fixes = here.flatMap((diagnostic) =>
    diagnostic.fixes.map(({ title, edits }) => ({
      ...quickFix(snapshot, diagnostic, title),
      isPreferred: diagnostic.fixes.length === 1,
      edit: workspaceEdit(snapshot.project, edits, snapshot.client),
    })),
  );
  // What is meant as it is comes after all that mends it.
  const meant = here.flatMap((diagnostic) => [
    ...ignoreDiagnostic(parsed, diagnostic).map(({ title, edits }) => ({
      ...quickFix(snapshot, diagnostic, title),
      edit: workspaceEdit(snapshot.project, edits, snapshot.client),
    })),
    ...switchRuleOff(snapshot, diagnostic).map(({ title, edits }) => ({
      ...quickFix(snapshot, diagnostic, title),
      edit: workspaceEdit(snapshot.project, edits, snapshot.client),
    })),
  ]);
  return [...fixes, ...meant];
}

function quickFix(snapshot: Snapshot, diagnostic: Diagnostic, title: string): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [protocolDiagnostic(snapshot.project, diagnostic)] };
}
