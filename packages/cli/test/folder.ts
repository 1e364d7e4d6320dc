import { spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const command = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../dist/failover.cjs');

export interface Result {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  /** For standard input, which is empty without it. */
  readonly input?: string | Buffer;
  readonly env?: Record<string, string>;
  /** A folder of the folder to run in. */
  readonly at?: string;
  /** Whoever runs the tests as root may write everywhere: this runs the command as nobody, then. */
  readonly unprivileged?: boolean;
}

/** A folder of its own for a test, in which it runs the command as a person would. It goes when the test is over. */
export class Folder {
  readonly path = mkdtempSync(path.join(tmpdir(), 'failover-'));

  constructor(files: Readonly<Record<string, string | Buffer>> = {}) {
    onTestFinished(() => {
      for (const entry of this.list()) if (entry.endsWith('/')) chmodSync(this.at(entry), 0o755);
      rmSync(this.path, { recursive: true, force: true });
    });
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  at(name: string): string {
    return path.join(this.path, name);
  }

  write(name: string, text: string | Buffer): void {
    mkdirSync(path.dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), text);
  }

  read(name: string): string {
    return readFileSync(this.at(name), 'utf8');
  }

  /** The files and folders below, those with a slash at the end. */
  list(): string[] {
    return readdirSync(this.path, { recursive: true, withFileTypes: true })
      .map((entry) => {
        const name = path.relative(this.path, path.join(entry.parentPath, entry.name));
        return entry.isDirectory() ? `${name}/` : name;
      })
      .sort();
  }

  /** Runs `failover …args` as it is built. */
  run(args: readonly string[], { input = '', env = {}, at = '.', unprivileged }: RunOptions = {}): Promise<Result> {
    if (!existsSync(command)) throw new Error('dist/failover.cjs is missing: node scripts/build.mjs builds it');
    const { FORCE_COLOR, NO_COLOR, FAILOVER_DEBUG, ...rest } = process.env;
    const isRoot = unprivileged && process.getuid?.() === 0;
    const program = isRoot ? readableByAll(command) : command;
    const nobody = isRoot ? { uid: 65534, gid: 65534 } : {};
    const options = { ...nobody, cwd: this.at(at), env: { ...rest, ...env } };
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [program, ...args], { ...options, stdio: 'pipe' });
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      child.stdout.on('data', (chunk) => stdout.push(chunk));
      child.stderr.on('data', (chunk) => stderr.push(chunk));
      child.on('error', reject);
      child.on('close', (status) => {
        resolve({ status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
      });
      child.stdin.on('error', () => {});
      child.stdin.end(input);
    });
  }
}

function readableByAll(file: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'failover-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  const copy = path.join(folder, path.basename(file));
  copyFileSync(file, copy);
  return copy;
}

/** The example of the language's tour. */
export const brand = `sender acme {
  viber "0094d198-4dd2-4fb5-b451-d46aca191b27"
  sms "ACME"
  voice "302101234567"
}

template otp(pin: text(4..10)) "0aac888f-2ee2-4112-9659-1755a951966a" {
  category otp
  lang en "Your code is {pin}."
}
`;

export const login = `import "./brand.failover"

let api = "https://api.acme.com"

flow login-code(to: phone, pin: text(4..10)) {
  callback "{api}/failover" on step

  viber template otp lang en ttl 2m on expired, failed, undelivered
  then sms "Your code is {pin}" ttl 5m
}
`;

/** A flow without parameters. */
export function simple(name: string, text = 'Hello'): string {
  return `flow ${name} {
  from "ACME"
  to "+306912345678"

  sms "${text}" on failed
  then voice say "${text}" lang en-US from "302101234567"
}
`;
}

/** Values for the flow of `login`. */
export const values = ['--set', 'to=+306912345678', '--set', 'pin=8213'];
