import { ErrorCodes, ExecuteCommandRequest, ResponseError } from 'vscode-languageserver';
import { commands } from '../protocol.js';
import type { Snapshot } from '../workspace/snapshot.js';
import { onRequest } from './faults.js';
import { importIn, listIn, positionIn, textIn } from './params.js';
import type { Session } from './session.js';
import { snapshotFor } from './snapshots.js';

/** Carries out the commands of `protocol.ts`. The answer of those about a flow is null where there is none. */
export function carryOutCommands(session: Session): void {
  const { features, client } = session;
  const work: Readonly<Record<string, (snapshot: Snapshot, offset: number) => unknown>> = {
    [commands.payload]: features.payload,
    [commands.bundle]: features.bundle,
    [commands.curl]: features.curl,
    [commands.flow]: features.drawing,
  };
  onRequest(session, ExecuteCommandRequest.method, async (params) => {
    const command = textIn(params, 'command');
    const [argument] = listIn(params, 'arguments');
    if (command === commands.import) return features.importRequest(importIn(argument), client.encoding);
    const carryOut = Object.hasOwn(work, command) ? work[command] : undefined;
    if (carryOut === undefined) {
      const known = Object.values(commands).join(', ');
      throw new ResponseError(ErrorCodes.InvalidParams, `There is no command \`${command}\`; there are ${known}`);
    }
    const position = positionIn(argument);
    const snapshot = await snapshotFor(session, { textDocument: { uri: textIn(argument, 'uri') } });
    return snapshot && carryOut(snapshot, snapshot.document.offsetAt(position));
  });
}
