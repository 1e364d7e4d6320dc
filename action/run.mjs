// The step of action.yml: checks the flows, and tells how they changed. Its inputs are variables of the environment, so
// that no shell and no template reads them.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findBase } from './base.mjs';
import { findCommand, Trouble } from './command.mjs';

/** GitHub takes no summary of a step that is larger, in bytes. */
const summaryLimit = 1024 * 1024;

const { env } = process;
const workspace = env.GITHUB_WORKSPACE || process.cwd();

try {
  process.exitCode = run();
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  say('error', error.message);
  process.exitCode = 2;
}

function run() {
  const inputs = readInputs();
  const command = findCommand(inputs.version);
  const failover = (args, stderr) => {
    const options = { cwd: inputs.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', stderr] };
    return spawnSync(process.execPath, [command, ...args], { ...options, maxBuffer: Number.POSITIVE_INFINITY });
  };
  const status = check(failover, inputs);
  if (inputs.sarifFile !== '') writeSarif(failover, inputs);
  if (inputs.diff) diff(failover, inputs);
  return status;
}

function readInputs() {
  const folder = path.resolve(workspace, input('WORKING_DIRECTORY'));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Trouble(`There is no folder \`${input('WORKING_DIRECTORY')}\`: is actions/checkout before this step?`);
  }
  const diff = input('DIFF');
  if (diff !== 'true' && diff !== 'false') throw new Trouble(`\`diff\` is \`true\` or \`false\`, not \`${diff}\``);
  const files = input('FILES')
    .split('\n')
    .map((line) => line.trim());
  return {
    folder,
    files: files.filter((line) => line !== ''),
    maxWarnings: input('MAX_WARNINGS'),
    diff: diff === 'true',
    base: input('BASE'),
    sarifFile: input('SARIF_FILE'),
    version: input('VERSION'),
  };
}

function input(name) {
  return (env[`INPUT_${name}`] ?? '').trim();
}

/** Marks what is wrong in the pull request, and counts it. */
function check(failover, { files, maxWarnings }) {
  const limit = maxWarnings === '' ? [] : [`--max-warnings=${maxWarnings}`];
  const { status, stdout } = failover(['check', '--format=github', ...limit, '--', ...files], 'inherit');
  process.stdout.write(stdout);
  setOutput('errors', countLines(stdout, '::error '));
  setOutput('warnings', countLines(stdout, '::warning '));
  return status ?? 2;
}

function countLines(text, start) {
  return text.split('\n').filter((line) => line.startsWith(start)).length;
}

/** Check has told already what is wrong; this writes it down. */
function writeSarif(failover, { files, sarifFile }) {
  const { stdout } = failover(['check', '--format=sarif', '--', ...files], 'ignore');
  const file = path.resolve(workspace, sarifFile);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, stdout);
  } catch (error) {
    throw new Trouble(`\`sarif-file\` cannot be written: ${error.message}`);
  }
}

/** A missing diff is told, and is no reason to fail: whether the flows are right was checked before. */
function diff(failover, { folder, files, base: wanted }) {
  const base = findBase({ event: readEvent(), eventName: env.GITHUB_EVENT_NAME ?? '', wanted, folder });
  if (base.note) say('notice', base.note);
  if (base.commit === undefined) {
    const text = `The summary has no changes of flows: ${base.reason}`;
    if (base.expected) process.stdout.write(`${text}\n`);
    else say('notice', text);
    return;
  }
  const { status, stdout, stderr } = failover(
    ['diff', '--git', base.commit, '--format=markdown', '--', ...files],
    'pipe',
  );
  if (status !== 0 && status !== 1) {
    say('notice', `The summary has no changes of flows: ${stderr.trim()}`);
    return;
  }
  setOutput('changed', status === 1);
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, cropped(stdout));
}

/** What GitHub says of the event; nothing, where it says nothing. */
function readEvent() {
  try {
    return JSON.parse(readFileSync(env.GITHUB_EVENT_PATH ?? '', 'utf8')) ?? {};
  } catch {
    return {};
  }
}

/** As many lines as GitHub takes. */
function cropped(markdown) {
  const bytes = Buffer.from(markdown);
  if (bytes.length <= summaryLimit) return markdown;
  const note = '\n\n… and more than a summary holds: `failover diff --git` tells the rest.\n';
  const end = bytes.lastIndexOf('\n', summaryLimit - Buffer.byteLength(note));
  return `${bytes.toString('utf8', 0, end)}${note}`;
}

function setOutput(name, value) {
  if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, `${name}=${value}\n`);
}

/** Shows a word at the run, whatever characters are in it. */
function say(level, text) {
  const escaped = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  process.stdout.write(`::${level} title=failover::${escaped}\n`);
}
