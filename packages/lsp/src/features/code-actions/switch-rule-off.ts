import { type Diagnostic, type Fix, lintCodes } from '@failover/compiler';
import { settingEdits } from '@failover/compiler/project';
import type { Snapshot } from '../../workspace/snapshot.js';

/** Takes a doubt out of the whole project, where it has a failover.json without mistakes. */
export function switchRuleOff({ project }: Snapshot, { code }: Diagnostic): Fix[] {
  const { settingsUri, settingsDiagnostics } = project;
  const { text } = project.document(settingsUri);
  if (!lintCodes.includes(code) || text.trim() === '' || settingsDiagnostics.length > 0) return [];
  const edits = settingEdits(text, ['rules', code], 'off').map((edit) => ({ uri: settingsUri, ...edit }));
  return [{ title: `Switch ${code} off in failover.json`, edits }];
}
