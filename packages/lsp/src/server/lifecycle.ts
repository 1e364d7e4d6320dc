import {
  ErrorCodes,
  Message,
  type MessageStrategy,
  type MessageWriter,
  type RequestMessage,
} from 'vscode-languageserver';

/**
 * Lets through what can be answered at its time: nothing before `initialize`, nothing after `shutdown` but the end.
 * Requests that come too early or too late are answered with an error, notifications are dropped.
 */
export function lifecycle(writer: MessageWriter): MessageStrategy {
  let phase: 'new' | 'running' | 'shut down' = 'new';
  const refusal = ({ method, params }: RequestMessage): [code: number, message: string] | undefined => {
    if (phase === 'shut down') return [ErrorCodes.InvalidRequest, 'The server was shut down'];
    if (phase === 'running') {
      return method === 'initialize' ? [ErrorCodes.InvalidRequest, 'The server was initialized before'] : undefined;
    }
    if (method !== 'initialize') {
      return [ErrorCodes.ServerNotInitialized, 'The server was not initialized: the first request is `initialize`'];
    }
    const { capabilities } = Object(params);
    if (typeof capabilities === 'object' && capabilities !== null) return undefined;
    return [ErrorCodes.InvalidParams, '`capabilities` must be an object'];
  };
  return {
    handleMessage: (message, next) => {
      if (!Message.isRequest(message)) {
        const isEnd = Message.isNotification(message) && message.method === 'exit';
        if (phase === 'running' || isEnd || Message.isResponse(message)) return next(message);
        return;
      }
      const refused = refusal(message);
      if (refused !== undefined) {
        const [code, text] = refused;
        const answer = { jsonrpc: '2.0', id: message.id, error: { code, message: text } };
        return writer.write(answer);
      }
      if (message.method === 'initialize') phase = 'running';
      if (message.method === 'shutdown') phase = 'shut down';
      return next(message);
    },
  };
}
