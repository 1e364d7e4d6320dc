import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

/** The bundle that is published: `npm test` builds it first. */
export const serverFile = path.resolve('packages/lsp/dist/failover-language-server.cjs');

export interface Answer {
  readonly id: number | string | null;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** The server as a process, spoken to in bytes: what a client library would keep from being sent can be sent. */
export class SpawnedServer {
  readonly process: ChildProcess;
  readonly messages: Answer[] = [];
  readonly ended: Promise<number | null>;
  errors = '';
  #buffer = Buffer.alloc(0);

  constructor(args: readonly string[] = ['--stdio']) {
    this.process = spawn(process.execPath, [serverFile, ...args], { stdio: 'pipe' });
    this.process.stdout?.on('data', (data: Buffer) => this.#read(data));
    this.process.stderr?.on('data', (data) => {
      this.errors += data;
    });
    // A server that has ended takes nothing more.
    this.process.stdin?.on('error', () => {});
    this.ended = new Promise((resolve) => this.process.on('exit', resolve));
  }

  write(bytes: string | Uint8Array): void {
    this.process.stdin?.write(bytes);
  }

  send(message: object): void {
    this.write(framed(message));
  }

  /** Sends a request, and waits for its answer. */
  async request(id: number | string, method: string, params?: object): Promise<Answer> {
    this.send({ id, method, ...(params && { params }) });
    return this.answerTo(id);
  }

  notify(method: string, params: object = {}): void {
    this.send({ method, params });
  }

  answerTo(id: number | string | null): Promise<Answer> {
    return this.message((one) => one.id === id && one.method === undefined, `the answer to ${id}`);
  }

  async message(isIt: (message: Answer) => boolean, what = String(isIt)): Promise<Answer> {
    const end = performance.now() + 20_000;
    for (;;) {
      const found = this.messages.find(isIt);
      if (found !== undefined) return found;
      if (performance.now() > end) throw new Error(`This never came: ${what}\n${this.errors}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  #read(data: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    for (;;) {
      const end = this.#buffer.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.#buffer.toString('latin1', 0, Math.max(0, end)))?.[1]);
      if (end === -1 || this.#buffer.length < end + 4 + length) return;
      this.messages.push(JSON.parse(this.#buffer.toString('utf8', end + 4, end + 4 + length)));
      this.#buffer = this.#buffer.subarray(end + 4 + length);
    }
  }
}

export function framed(message: object): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
