import { commands, type ImportArguments, type ImportedRequest } from '@failover/language-server/protocol';
import { type LogOutputChannel, window, workspace } from 'vscode';
import type { Server } from '../server.js';
import { findSource, rangeIn, type Source } from './source.js';
import { lineOf, messageOf, worstOf } from './told.js';

/** Opens a request as a flow, in a file that is saved nowhere yet, and tells what could not be said in it. */
export async function importRequest(server: Server, output: LogOutputChannel): Promise<void> {
  const source = await findSource();
  if (source.text.trim() === '') {
    const how = 'Open a request as JSON, select it, or copy it or the curl command that sends it.';
    void window.showInformationMessage(`There is nothing to import. ${how}`);
    return;
  }
  const { text, name } = source;
  const imported = await server.ask<ImportedRequest>(commands.import, { text, name } satisfies ImportArguments);
  if (!imported) {
    void window.showErrorMessage(
      'The language server does not answer: the output channel “Failover” says what happened.',
    );
    return;
  }
  if (imported.text !== null) {
    const document = await workspace.openTextDocument({ language: 'failover', content: imported.text });
    await window.showTextDocument(document);
  }
  if (imported.problems.length > 0) await tell(imported, source, output);
}

async function tell(imported: ImportedRequest, source: Source, output: LogOutputChannel): Promise<void> {
  const { text, problems } = imported;
  for (const problem of problems) output.warn(lineOf(problem, source.shown));
  const [go, all] = ['Go to Place', 'Show All'];
  const buttons = [...(source.start === undefined ? [] : [go]), ...(problems.length > 1 ? [all] : [])];
  const message = messageOf(imported, source.shown);
  const show = text === null ? window.showErrorMessage : window.showWarningMessage;
  const chosen = await show(message, ...buttons);
  if (chosen === all) output.show();
  const worst = worstOf(problems);
  if (chosen !== go || source.start === undefined || worst === undefined) return;
  const { document, position } = source.start;
  await window.showTextDocument(document, { selection: rangeIn(position, worst.range) });
}
