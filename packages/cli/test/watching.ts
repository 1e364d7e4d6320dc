import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { command, type Folder } from './folder.js';

const end = 'Waiting for changes (Ctrl-C ends)\n';

/** A command that watches a folder, until the test is over. */
export class Watching {
  readonly #child: ChildProcess;
  #stderr = '';
  #stdout = '';
  #read = 0;
  #onOutput: () => void = () => {};
  readonly ended: Promise<{ readonly status: number | null; readonly signal: NodeJS.Signals | null }>;

  constructor(folder: Folder, args: readonly string[], { at = '.' } = {}) {
    const { FORCE_COLOR, ...env } = process.env;
    this.#child = spawn(process.execPath, [command, ...args], {
      cwd: folder.at(at),
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.on('data', (chunk) => {
      this.#stdout += chunk;
      this.#onOutput();
    });
    this.#child.stderr?.on('data', (chunk) => {
      this.#stderr += chunk;
      this.#onOutput();
    });
    this.ended = new Promise((resolve) => {
      this.#child.on('close', (status, signal) => {
        this.#onOutput();
        resolve({ status, signal });
      });
    });
    onTestFinished(() => {
      this.#child.kill('SIGKILL');
    });
  }

  get stdout(): string {
    return this.#stdout;
  }

  /** What the runs so far have printed on standard error. */
  get runs(): string[] {
    return this.#stderr.split(end).slice(0, -1);
  }

  /** Waits until standard error has a text after what was waited for before. */
  async until(text: string): Promise<void> {
    for (;;) {
      const at = this.#stderr.indexOf(text, this.#read);
      if (at !== -1) {
        this.#read = at + text.length;
        return;
      }
      await this.#output();
    }
  }

  async #output(): Promise<void> {
    if (this.#child.exitCode !== null) throw new Error(`It has ended:\n${this.#stderr}`);
    await new Promise<void>((resolve) => {
      this.#onOutput = resolve;
    });
  }

  /** Waits until standard output has a text. */
  async prints(text: string): Promise<void> {
    while (!this.#stdout.includes(text)) await this.#output();
  }

  /** Waits for the next run. */
  async next(): Promise<string> {
    const from = this.#read;
    await this.until(end);
    return this.#stderr.slice(from, this.#read - end.length).trim();
  }

  /** Waits for a run that says something. */
  async nextThat(says: string): Promise<string> {
    for (;;) {
      const run = await this.next();
      if (run.includes(says)) return run;
    }
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }
}
