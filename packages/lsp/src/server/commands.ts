import { ErrorCodes, ExecuteCommandRequest, ResponseError } from 'vscode-languageserver';
import { commands } from '../protocol.js';
import type { Snapshot } from '../workspace/snapshot.js';
import { onRequest } from './faults.js';
import { listIn, positionIn, textIn } from './params.js';
import type { Session } from './session.js';
import { snapshotFor } from './snapshots.js';

/** Carries out the commands of `protocol.ts`. The answer is null where there is no flow. */
export function carryOutCommands(session: Session): void {
  const { features } = session;
  const work: Readonly<Record<string, (snapshot: Snapshot, offset: number) => unknown>> = {
    [commands.payload]: features.payload,
    [commands.bundle]: features.bundle,
    [commands.curl]: features.curl,
    [commands.flow]: features.drawing,
  };
  onRequest(session, ExecuteCommandRequest.method, async (params) => {
    const command = textIn(params, 'command');
    const carryOut = Object.hasOwn(work, command) ? work[command] : undefined;
    if (carryOut === undefined) {
      const known = Object.keys(work).join(', ');
      throw new ResponseError(ErrorCodes.InvalidParams, `There is no command \`${command}\`; there are ${known}`);
    }
    const [place] = listIn(params, 'arguments');
    const position = positionIn(place);
    const snapshot = await snapshotFor(session, { textDocument: { uri: textIn(place, 'uri') } });
    return snapshot && carryOut(snapshot, snapshot.document.offsetAt(position));
  });
}
