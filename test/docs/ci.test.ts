import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { version } from '../../packages/cli/package.json';
import { command } from '../../packages/cli/test/folder.js';
import { action } from '../action/run-action.js';
import { gitEnvironment, Repository } from '../support/repository.js';

const root = path.resolve(import.meta.dirname, '../..');
const page = readFileSync(path.join(root, 'docs/ci.md'), 'utf8');
const hooks: readonly { id: string; entry: string; args?: string[]; files: string; pass_filenames?: boolean }[] = parse(
  readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8'),
);

/** The blocks of the section with this heading. */
function blocks(heading: string, language: string): string[] {
  const section = page.split(/^##+ /m).find((one) => one.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^```(\S+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, text = '']) =>
    name === language ? [text] : [],
  );
}

function block(heading: string, language: string, at = 0): string {
  const text = blocks(heading, language)[at];
  if (text === undefined) throw new Error(`There is no block ${at} of ${language} under “${heading}”`);
  return text;
}

/** A repository with the project of `failover init`, where `failover` and `npx @failover/cli` are the command as it is built. */
class Project extends Repository {
  constructor() {
    super();
    execFileSync(process.execPath, [command, 'init'], { cwd: this.path, stdio: 'pipe' });
    this.commit({
      '.git/bin/failover': `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`,
      '.git/bin/npx': `#!/bin/sh\nwhile case "$1" in -*) ;; *) false ;; esac; do shift; done
case "$1" in @failover/cli | @failover/cli@${version}) shift ;; *) exit 9 ;; esac\nexec failover "$@"\n`,
    });
    for (const name of ['failover', 'npx']) chmodSync(this.at(`.git/bin/${name}`), 0o755);
  }

  sh(script: string, env: Readonly<Record<string, string>> = {}) {
    const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', script], {
      cwd: this.path,
      encoding: 'utf8',
      env: { ...process.env, ...gitEnvironment, PATH: `${this.at('.git/bin')}:${process.env.PATH}`, ...env },
    });
    return { status, stdout, log: stdout + stderr };
  }

  /** Puts something else in the place of a text in the flow. */
  edit(before: string, after: string): void {
    const text = this.read('flows/login.failover');
    expect(text).toContain(before);
    this.write('flows/login.failover', text.replace(before, after));
  }
}

test('every version on the page is the one of the command', () => {
  const versions = [...page.matchAll(/(?:failover-lang\/failover@v|@failover\/cli@|rev: v)([\w.-]+)/g)];
  expect(versions.length).toBeGreaterThan(5);
  for (const [, found] of versions) expect(found).toBe(version);
});

describe('GitHub', () => {
  test('the workflow is the one that init writes', () => {
    expect(block('GitHub', 'yaml')).toBe(new Project().read('.github/workflows/failover.yml'));
  });

  test('the tables have every input and output of the action, and what holds without them', () => {
    const rows = [...page.matchAll(/^\| `([\w-]+)` \| (.*?) \|(?: (.*?) \|)?$/gm)].map(([, ...cells]) => cells);
    const inputs = rows.filter(([, , preset]) => preset !== undefined);
    expect(inputs.map(([name]) => name)).toEqual(Object.keys(action.inputs));
    for (const [name = '', , preset] of inputs) {
      const value = action.inputs[name]?.default ?? '';
      if (value === '') expect(preset).not.toMatch(/^`/);
      else expect(preset).toBe(`\`${value}\``);
    }
    const outputs = rows.filter(([, , preset]) => preset === undefined);
    expect(outputs.map(([name]) => name)).toEqual(Object.keys(action.outputs));
  });

  test('code scanning is given the file that the action writes', () => {
    const [, own, upload] = parse(block('Code scanning', 'yaml')).jobs.flows.steps;
    expect(Object.keys(own.with).every((name) => name in action.inputs)).toBe(true);
    expect(upload.with.sarif_file).toBe(own.with['sarif-file']);
  });
});

describe('GitLab and others', () => {
  const { script } = parse(block('GitLab', 'yaml')).flows as { script: readonly string[] };

  test.each([
    ['as it is', '', '', 0],
    ['with a changed flow', 'ttl 2m', 'ttl 3m', 0],
    ['with a fault', 'ttl 2m', 'ttl 2s', 1],
    ['with a layout of its own', 'ttl 2m', 'ttl   2m', 1],
  ])('the job ends as it should on a project %s', (_, before, after, expected) => {
    const project = new Project();
    const base = project.head();
    if (before !== '') project.edit(before, after);
    const { status, log } = project.sh(script.join('\n'), { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
    expect(status, log).toBe(expected);
    expect(project.sh(block('Anywhere else', 'sh')).status).toBe(expected);
  });
});

describe('before a commit', () => {
  function commit(project: Project) {
    return project.sh('git add -A && git commit -q -m "A change"');
  }

  test('pre-commit finds the hooks, and what they run is there', () => {
    const [{ hooks: used }] = parse(block('Before a commit', 'yaml', 0)).repos;
    expect(used.map(({ id }: { id: string }) => id)).toEqual(hooks.map(({ id }) => id));
    const project = new Project();
    project.edit('ttl 2m', 'ttl   2s');
    const [formatted, checked] = hooks.map(({ entry, args = [], files, pass_filenames: passed = true }) => {
      const wanted = project
        .git('ls-files')
        .split('\n')
        .filter((name) => new RegExp(files).test(name));
      const words = [...args, ...(passed ? wanted : [])];
      return project.sh(`"${root}"/${entry} ${words.join(' ')}`);
    });
    expect(formatted).toMatchObject({ status: 0, log: expect.stringContaining('formatted flows/login.failover\n') });
    expect(checked).toMatchObject({ status: 1, log: expect.stringContaining('error[FO3012]') });
  });

  test('a hook of your own checks a project in a folder', () => {
    const [{ hooks: used }] = parse(block('Before a commit', 'yaml', 1));
    const [{ entry, files }] = used;
    const project = new Project();
    project.sh('failover init messages');
    expect(
      project
        .git('ls-files', '-o')
        .split('\n')
        .some((name) => new RegExp(files).test(name)),
    ).toBe(true);
    project.edit('ttl 2m', 'ttl 2s');
    expect(project.sh(entry).status).toBe(0);
    project.write('messages/flows/login.failover', project.read('flows/login.failover'));
    expect(project.sh(entry)).toMatchObject({ status: 1, log: expect.stringContaining('error[FO3012]') });
  });

  test('what lefthook runs formats, and finds faults', () => {
    const { format, check } = parse(block('Before a commit', 'yaml', 2))['pre-commit'].commands;
    const project = new Project();
    project.edit('ttl 2m', 'ttl   2s');
    expect(project.sh(format.run.replace('{staged_files}', 'flows/login.failover')).status).toBe(0);
    expect(project.read('flows/login.failover')).toContain(' ttl 2s ');
    expect(project.sh(check.run)).toMatchObject({ status: 1, log: expect.stringContaining('error[FO3012]') });
  });

  test('the hook of git lets through what is right, and stops what is not', () => {
    const project = new Project();
    project.write('.git/hooks/pre-commit', `#!/bin/sh -e\n${block('Before a commit', 'sh')}`);
    chmodSync(project.at('.git/hooks/pre-commit'), 0o755);
    project.edit('ttl 2m', 'ttl 3m');
    expect(commit(project).status).toBe(0);
    const head = project.head();
    project.edit('ttl 3m', 'ttl   3m');
    expect(commit(project)).toMatchObject({ status: 1, log: expect.stringContaining('1 of 2 files would change') });
    project.edit('ttl   3m', 'ttl 3s');
    expect(commit(project)).toMatchObject({ status: 1, log: expect.stringContaining('error[FO3012]') });
    expect(project.head()).toBe(head);
  });
});

describe('git diff', () => {
  function configured(): Project {
    const project = new Project();
    project.commit({ '.gitattributes': block('In `git diff`', 'gitattributes') });
    expect(project.sh(block('In `git diff`', 'sh', 2)).status).toBe(0);
    return project;
  }

  test('names the flow around a change', () => {
    const project = configured();
    project.edit('ttl 2m', 'ttl 3m');
    expect(project.sh('git diff').stdout).toMatch(/^@@ .* @@ flow login\($/m);
    expect(project.sh('git commit -qam x; git log -1 -p').stdout).toMatch(/^@@ .* @@ flow login\($/m);
    project.commit({ 'flows/brand.failover': project.read('flows/brand.failover').replace('Ο κωδ', 'O κωδ') });
    expect(project.sh('git show -U0').stdout).toMatch(/^@@ .* @@ template otp\(pin: text\(4\.\.10\)\)/m);
  });

  test('passes over layout, and shows it when it is asked to', () => {
    const project = configured();
    project.edit('ttl 2m', 'ttl \n\n  2m');
    expect(project.sh('git diff').stdout).not.toContain('@@');
    expect(project.sh('git diff --no-textconv').stdout).toContain('@@');
  });

  test('shows a file that is broken, empty or gone', () => {
    const project = configured();
    project.edit('ttl 2m', 'ttl ((');
    expect(project.sh('git diff')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\+.*ttl \(\(/m) });
    project.write('flows/login.failover', '');
    expect(project.sh('git diff')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^-.*ttl 2m/m) });
    project.git('rm', '-q', '--cached', 'flows/login.failover');
    expect(project.sh('git diff --cached')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^-.*ttl 2m/m) });
  });

  test('the change of a flow is told, also by its other name', () => {
    const project = configured();
    project.edit('ttl 2m', 'ttl 3m');
    const told = project.sh(block('In `git diff`', 'sh', 0));
    expect(told).toMatchObject({ status: 1, stdout: expect.stringMatching(/login[\s\S]*3 min/) });
    const alias = /`(git config alias\.flows '.*?')`/.exec(page)?.[1] ?? '';
    expect(project.sh(`${alias}; git flows main`)).toMatchObject({ status: 1, stdout: told.stdout });
    const both = project.sh('git tag v1; git commit -qam x; git tag v2; git flows v1..v2');
    expect(both).toMatchObject({ status: 1, stdout: expect.stringMatching(/login[\s\S]*3 min/) });
  });

  test('the change of a flow is told file by file', () => {
    const project = configured();
    project.edit('ttl 2m', 'ttl 3m');
    project.write('README.md', 'Something else.');
    const { status, stdout, log } = project.sh(block('In `git diff`', 'sh', 1));
    expect(status, log).toBe(0);
    expect(stdout).toMatch(/^login .*flows\/login\.failover:4\n[\s\S]*3 min/);
    expect(log).not.toContain('error');
  });
});
