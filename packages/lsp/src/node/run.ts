import { IPCMessageReader, IPCMessageWriter, type MessageReader, type MessageWriter } from 'vscode-languageserver/node';
import { startServer } from '../server/server.js';
import type { Transport } from './arguments.js';
import { nodeFiles } from './file-system.js';
import { StreamReader } from './message-reader.js';
import { StreamWriter } from './message-writer.js';
import { optimizeEarly } from './optimize.js';

/** How often it is looked whether the editor still lives, in milliseconds. */
const lookPause = 2_000;

/** Serves until the editor says `exit`, closes the stream, or is gone. The status is 0 only after `shutdown`. */
export function runServer(transport: Transport, parent: number | undefined, version: string): void {
  let watch: ReturnType<typeof setInterval> | undefined;
  const watchDog = {
    shutdownReceived: false,
    initialize: ({ processId }: { processId: number | null }) => watchParent(processId),
    exit: (status: number): void => process.exit(status),
  };
  const end = () => watchDog.exit(watchDog.shutdownReceived ? 0 : 1);
  const watchParent = (processId: unknown) => {
    if (typeof processId !== 'number' || watch !== undefined) return;
    watch = setInterval(() => isAlive(processId) || end(), lookPause);
    watch.unref();
  };
  watchParent(parent);

  const [reader, writer] = connect(transport);
  reader.onClose(end);
  writer.onClose(end);
  const log = startServer({ reader, writer, files: () => nodeFiles, version, watchDog });
  // Whatever was overlooked: the editor goes on having a server.
  process.on('uncaughtException', (fault) => log(fault));
  process.on('unhandledRejection', (fault) => log(fault));
  optimizeEarly();
}

function connect(transport: Transport): [MessageReader, MessageWriter] {
  if (transport === 'node-ipc') {
    process.on('disconnect', () => process.exit(1));
    return [new IPCMessageReader(process), new IPCMessageWriter(process)];
  }
  const writer = new StreamWriter(process.stdout);
  const reader = new StreamReader(process.stdin, (error) => {
    const answer = { jsonrpc: '2.0', id: null, error };
    void writer.write(answer);
  });
  return [reader, writer];
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // Somebody else's process cannot be asked, but is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
