import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import type { Folder } from '../../packages/cli/test/folder.js';
import { gitEnvironment } from '../support/repository.js';

const root = path.resolve(import.meta.dirname, '../..');

interface Step {
  readonly id?: string;
  readonly shell: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string; readonly description: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export const action: Action = parse(readFileSync(path.join(root, 'action.yml'), 'utf8'));

interface RunOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly eventName?: string;
  readonly event?: object;
  readonly env?: Readonly<Record<string, string>>;
  /** Where the action itself is checked out. */
  readonly actionPath?: string;
}

export interface Outcome {
  readonly status: number | null;
  /** What GitHub reads for annotations: both outputs, one after the other. */
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs the steps of action.yml one after the other, as a runner does, until one fails. */
export function runAction(workspace: Folder, options: RunOptions = {}): Outcome {
  const { eventName = 'workflow_dispatch', event = {}, actionPath = root } = options;
  const inputs = inputsWith(options.inputs ?? {});
  const folder = mkdtempSync(path.join(tmpdir(), 'failover-runner-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const github = {
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION_PATH: actionPath,
    GITHUB_EVENT_NAME: eventName,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event)),
    GITHUB_OUTPUT: file('output', ''),
    GITHUB_STEP_SUMMARY: file('summary.md', ''),
    GITHUB_WORKSPACE: workspace.path,
  };
  const base = { PATH: process.env.PATH, HOME: folder, ...gitEnvironment, ...github, ...options.env };
  const context = new Map(Object.entries(inputs).map(([name, value]) => [`inputs.${name}`, value]));
  let [status, log]: [number | null, string] = [0, ''];
  for (const { id, shell, env = {}, run } of action.runs.steps) {
    if (shell !== 'bash') throw new Error(`The step has the shell ${shell}`);
    const values = Object.entries(env).map(([name, text]) => [name, evaluate(text, context)]);
    const script = file('step.sh', run);
    const ran = spawnSync('/bin/bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
      cwd: workspace.path,
      encoding: 'utf8',
      env: { ...base, ...Object.fromEntries(values) },
    });
    for (const line of readFileSync(github.GITHUB_OUTPUT, 'utf8').split('\n')) {
      const [name, value] = line.split(/=(.*)/);
      if (name && value !== undefined) context.set(`steps.${id}.outputs.${name}`, value);
    }
    status = ran.status;
    log += ran.stdout + ran.stderr;
    if (status !== 0) break;
  }
  const outputs = Object.entries(action.outputs).map(([name, { value }]) => [name, evaluate(value, context)]);
  const summary = readFileSync(github.GITHUB_STEP_SUMMARY, 'utf8');
  return { status, log, summary, outputs: Object.fromEntries(outputs) };
}

function inputsWith(given: Readonly<Record<string, string>>): Record<string, string> {
  const unknown = Object.keys(given).filter((name) => !(name in action.inputs));
  if (unknown.length > 0) throw new Error(`The action has no input ${unknown.join(', ')}`);
  const defaults = Object.entries(action.inputs).map(([name, { default: value = '' }]) => [name, value]);
  return { ...Object.fromEntries(defaults), ...given };
}

/** What has no value is empty, as at GitHub; what is none of these two is not known here. */
function evaluate(text: string, context: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{\{ (.*?) \}\}/g, (_, name: string) => {
    if (!/^inputs\.[\w-]+$|^steps\.\w+\.outputs\.\w+$/.test(name))
      throw new Error(`The expression ${name} is not known`);
    return context.get(name) ?? '';
  });
}
