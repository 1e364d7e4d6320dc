import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { RenameRefused } from '../features/rename.js';
import type { Session } from './session.js';
import { throwIfCancelled } from './slices.js';

export type Log = Pick<Session, 'connection'>;

/** Tells the client's log of a fault of ours. */
export function logFault({ connection }: Log, fault: unknown, during = 'The server'): void {
  const { message, stack } = fault instanceof Error ? fault : { message: String(fault), stack: undefined };
  connection.console.error(`${during} failed: ${stack ?? message}`);
}

/** Answers a request; a fault of ours is logged, is the answer to this request, and concerns no other. */
export function onRequest(
  session: Log,
  method: string,
  work: (params: unknown, token: CancellationToken) => unknown,
): void {
  session.connection.onRequest(method, async (...given: unknown[]): Promise<unknown> => {
    // A list of parameters comes one by one, and without parameters there is the token alone.
    const token = given.pop() as CancellationToken;
    const params = given.length > 1 ? given : given[0];
    try {
      throwIfCancelled(token);
      return await work(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      if (error instanceof RenameRefused) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
      logFault(session, error, method);
      const { message } = error instanceof Error ? error : { message: String(error) };
      throw new ResponseError(ErrorCodes.InternalError, `${method} failed: ${message}`);
    }
  });
}
