import { type CurlCommand, commands } from '@failover/language-server/protocol';
import { env, window } from 'vscode';
import { placeOf } from './place.js';
import type { Server } from './server.js';

/** Puts the request of the flow at the cursor on the clipboard, as a command. The token is in it by the name of a variable only. */
export async function copyAsCurl(server: Server, given: unknown): Promise<void> {
  const place = placeOf(given);
  const answer = place && (await server.ask<CurlCommand>(commands.curl, place));
  if (!answer) {
    void window.showInformationMessage('There is no flow here to copy: put the cursor in a flow without errors.');
    return;
  }
  await env.clipboard.writeText(answer.command);
  void window.showInformationMessage('Copied. The command takes your token from the variable ROUTEE_TOKEN.');
}
