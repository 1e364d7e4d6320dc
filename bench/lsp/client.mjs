// The least that an editor does: a language server as a process, spoken to over stdio.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { capabilities } from './capabilities.mjs';

/** Node 20 reads these certificates for 100 ms before it starts. */
const env = { ...process.env };
delete env.NODE_EXTRA_CA_CERTS;

/** One tick of the processor time that Linux tells, in milliseconds. */
const tick = 10;

export class LanguageServer {
  #waiting = new Map();
  #id = 0;
  #chunks = [];
  #bytes = 0;

  constructor(file, settings) {
    this.settings = settings;
    this.process = spawn(process.execPath, [file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'], env });
    this.process.stdout.on('data', (chunk) => this.#read(chunk));
  }

  /** @returns the answer to `initialize` */
  async start(folder) {
    const answer = await this.request('initialize', {
      processId: process.pid,
      rootUri: folder ?? null,
      capabilities,
    });
    this.notify('initialized', {});
    if (this.settings) this.notify('workspace/didChangeConfiguration', { settings: this.settings });
    return answer;
  }

  request(method, params) {
    const id = ++this.#id;
    this.#send({ id, method, params });
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  notify(method, params) {
    this.#send({ method, params });
  }

  async stop() {
    await this.request('shutdown');
    this.notify('exit');
    await new Promise((resolve) => this.process.on('exit', resolve));
  }

  /** Processor time since the start, in milliseconds. */
  processorTime() {
    const stat = readFileSync(`/proc/${this.process.pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * tick;
  }

  /** What it holds of the memory, in megabytes. */
  memory() {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.process.pid}/status`, 'utf8'))[1]) / 1024;
  }

  #send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(chunk) {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    if (this.#bytes < this.#wanted) return;
    let buffer = Buffer.concat(this.#chunks);
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n');
      const length = end === -1 ? 0 : Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, end))[1]);
      this.#wanted = end === -1 ? 0 : end + 4 + length;
      if (end === -1 || buffer.length < this.#wanted) break;
      this.#take(JSON.parse(buffer.toString('utf8', end + 4, this.#wanted)));
      buffer = buffer.subarray(this.#wanted);
    }
    this.#chunks = [buffer];
    this.#bytes = buffer.length;
  }

  #wanted = 0;

  #take(message) {
    if (message.method !== undefined) {
      // What a server asks of its client is granted with nothing.
      if (message.id !== undefined) this.#send({ id: message.id, result: null });
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(message.error.message));
    else waiting?.resolve(message.result);
  }
}
