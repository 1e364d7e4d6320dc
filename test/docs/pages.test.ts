import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format, parse } from '@failover/compiler';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderHost, programOf, uriOf } from '../support/project.js';
import { codesOf, type Example, examplesIn, isOutput, isProgram, shows, statusOf } from './examples-of-page.js';
import { markdownFiles, readMarkdown, repository } from './markdown-files.js';
import { moduleOf, runModule } from './program-of-page.js';

/**
 * The pages of the diagnostics have a test of their own, and so have the command lines of the help and what stands in a
 * repository. What is decided, and how editors are set up, shows no flow.
 */
const passedOver = [
  /^docs\/diagnostics\/FO/,
  /^docs\/(?:command-line|ci)\.md$/,
  /^docs\/decisions\//,
  /^packages\/(?:lsp|vscode-extension)\//,
  /^(?:bench|test)\//,
];
const pages = markdownFiles().filter((file) => !passedOver.some((pattern) => pattern.test(file)));

/** Where a page speaks of files that are there already: what they are, and where it has them. */
const startsFrom: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  'README.md': [
    ['examples/sign-in', ''],
    ['test/corpus/published-transactional/payload.transactional.json', 'request.json'],
  ],
};

/** What speaks of a repository of the reader's own. */
const inRepository = ['README.md'];

/** Lines that build or test this repository itself, install, or talk to others. */
const notRun = /^(?:npm |npx |node packages\/|git push)/;

/** Drawings, and the notation of the grammar, which has a test of its own. */
const onlyShown = new Set(['ebnf', '']);

/** Who commits, wherever the tests run. */
const somebody = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Somebody',
  GIT_AUTHOR_EMAIL: 'somebody@acme.com',
  GIT_COMMITTER_NAME: 'Somebody',
  GIT_COMMITTER_EMAIL: 'somebody@acme.com',
};

let bin: string;
beforeAll(() => {
  bin = mkdtempSync(path.join(tmpdir(), 'failover-bin-'));
  symlinkSync(path.join(repository, 'packages/cli/dist/failover.cjs'), path.join(bin, 'failover'));
});
afterAll(() => rmSync(bin, { recursive: true, force: true }));

describe.each(pages)('%s', (page) => {
  const examples = examplesIn(readMarkdown(page));
  if (examples.length === 0) {
    test('has no examples', () => expect(examples).toEqual([]));
    return;
  }

  let folder: string;
  let printedByPrograms: string[] = [];
  let printed = '';
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'failover-page-'));
    const example = /^examples\/[^/]+\//.exec(page)?.[0];
    const files = example === undefined ? (startsFrom[page] ?? []) : [[example, ''] as const];
    for (const [from, to] of files) cpSync(path.join(repository, from), path.join(folder, to), { recursive: true });
    if (inRepository.includes(page)) spawnSync('git', ['init', '--quiet'], { cwd: folder });
    symlinkSync(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'));
    // A page may name a file before it shows it. Only what a command writes is not there before.
    for (const example of examples.toReversed()) save(example);
    const source = moduleOf(examples);
    if (source !== undefined) printedByPrograms = await runModule(source, folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function save(example: Example): void {
    if (example.file === undefined) return;
    const file = path.join(folder, example.file);
    mkdirSync(path.dirname(file), { recursive: true });
    if (isOutput(example)) rmSync(file, { force: true });
    else writeFileSync(file, example.text);
  }

  test.each(
    examples.map((example, index) => [`${index + 1}: ${titleOf(example)}`, example] as const),
  )('%s', (_, example) => {
    if (isOutput(example)) {
      const found = example.file === undefined ? printed : readFileSync(path.join(folder, example.file), 'utf8');
      expect(shows(example, found), `It gives:\n${found}`).toBe(true);
      return;
    }
    save(example);
    if (example.language === 'failover') {
      expectFlow(example);
    } else if (isProgram(example)) {
      printed = printedByPrograms.shift() ?? '';
    } else if (example.language === 'sh') {
      printed = run(example);
    } else {
      expect(example.file !== undefined || onlyShown.has(example.language), 'Nothing tests this block').toBe(true);
    }
  });

  function expectFlow(example: Example): void {
    const name = example.file ?? 'example.failover';
    const program = programOf(folderHost(folder, new Map([[name, example.text]])), [name]);
    const faults = program.allDiagnostics().filter(({ severity }) => severity === 'error' || severity === 'warning');
    expect(faults.map(({ code }) => code).sort(), faults.map(({ message }) => message).join('\n')).toEqual(
      codesOf(example),
    );
    if (codesOf(example).length === 0) expect(format(parse(uriOf(name), example.text))).toBe(example.text);
  }

  function run(example: Example): string {
    const lines = example.text
      .replaceAll('\\\n', ' ')
      .split('\n')
      .filter((line) => !notRun.test(line))
      .map((line) => (/ --watch\b/.test(line) ? stillRunning(line) : line));
    const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', lines.join('\n')], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...somebody, PATH: `${bin}:${process.env.PATH}`, NO_COLOR: '1' },
    });
    expect(status, stderr).toBe(statusOf(example));
    return stdout === '' ? stderr : stdout;
  }
});

/** What watches is let run for a moment, at the end of which it must not have ended. */
function stillRunning(line: string): string {
  return `timeout --signal INT 2 ${line} || test $? = 124`;
}

function titleOf({ language, text, file }: Example): string {
  return `${file ?? language} ${text.split('\n')[0]?.slice(0, 60)}`;
}

test('the command has been built', () => {
  expect(existsSync(path.join(repository, 'packages/cli/dist/failover.cjs'))).toBe(true);
});
