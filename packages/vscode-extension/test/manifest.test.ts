import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { catalog, lintCodes, pageOf } from '@failover/compiler';
import { expect, test } from 'vitest';
import { show } from '../../cli/test/output/show.js';

const folder = path.resolve(import.meta.dirname, '..');
const manifest = JSON.parse(read('package.json')) as Manifest;
const { contributes } = manifest;

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly capabilities: object;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: object;
    readonly walkthroughs: object;
    readonly configuration: {
      readonly properties: Readonly<Record<string, Setting>> & {
        readonly 'failover.rules': Setting & {
          readonly properties: Readonly<Record<string, Setting>>;
          readonly additionalProperties: boolean;
        };
      };
    };
    readonly problemMatchers: readonly { readonly pattern: readonly { readonly regexp: string }[] }[];
  };
}

function read(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

test('offers each command that the code carries out, and no other', () => {
  const registered = [...read('src/activate.ts').matchAll(/registerCommand\('([^']+)'/g)].map(([, name]) => name);
  const offered = contributes.commands.map(({ command }) => command);
  expect(offered.toSorted()).toEqual(registered.toSorted());
});

test('has menus and walkthroughs of commands that there are', () => {
  const own = new Set(contributes.commands.map(({ command }) => command));
  const named = [
    ...JSON.stringify([contributes.menus, contributes.walkthroughs]).matchAll(/failover\.[a-z]\w+(?=[")])/gi),
  ];
  expect(named.length).toBeGreaterThan(10);
  expect(named.map(([name]) => name).filter((name) => !own.has(name))).toEqual([]);
});

test('has a setting for each diagnostic whose severity can be chosen, with its title and its page', () => {
  const rules = contributes.configuration.properties['failover.rules'].properties;
  expect(Object.keys(rules).toSorted()).toEqual([...lintCodes].toSorted());
  for (const code of lintCodes) {
    const { title, severity } = catalog.find((definition) => definition.code === code) ?? {};
    expect(rules[code]).toMatchObject({
      markdownDescription: `${title}. [Read more](${pageOf(code)})`,
      default: severity,
    });
  }
});

test('finds the place, the code and the severity in what `failover check` prints', () => {
  const pattern = contributes.problemMatchers[0]?.pattern ?? [];
  const [first, second] = pattern.map(({ regexp }) => new RegExp(regexp));
  for (const [severity, shown] of [
    ['error', 'error'],
    ['warning', 'warning'],
    ['information', 'info'],
    ['hint', 'hint'],
  ] as const) {
    const lines = show('sms «"a"»', { severity, code: 'FO4003', message: 'The message: with a colon' }).split('\n');
    expect(first?.exec(lines[0] ?? '')?.slice(1)).toEqual([shown, 'FO4003', 'The message: with a colon']);
    expect(second?.exec(lines[1] ?? '')?.slice(1)).toEqual(['a.failover', '1', '5']);
  }
});

test('says that it works where the workspace is not trusted, and in a browser', () => {
  expect(manifest.capabilities).toEqual({
    untrustedWorkspaces: { supported: true },
    // The server on the desktop reads files of a disk: of any others an import could not be followed.
    virtualWorkspaces: { supported: 'limited', description: expect.stringMatching(/desktop.*browser/) },
  });
  expect(manifest.browser).toBe(manifest.main);
});

test('runs nothing of the workspace but a task, which VS Code keeps for trusted ones', () => {
  const runs = /child_process|ShellExecution|ProcessExecution|createTerminal|\beval\(|new Function/;
  const sources = readdirSync(path.join(folder, 'src'), { recursive: true, encoding: 'utf8' });
  const running = sources.filter((file) => file.endsWith('.ts') && runs.test(read(path.join('src', file))));
  expect(running).toEqual(['tasks.ts']);
});

test('has no setting by which a workspace could name a program, a file or an address', () => {
  const { 'failover.rules': rules, ...others } = contributes.configuration.properties;
  const isClosed = ({ type, enum: words }: Setting) => type === 'boolean' || words !== undefined;
  expect(Object.entries(others).filter(([, setting]) => !isClosed(setting))).toEqual([]);
  expect(rules.additionalProperties).toBe(false);
  expect(Object.values(rules.properties).filter((setting) => !isClosed(setting))).toEqual([]);
});

interface Setting {
  readonly type?: string;
  readonly enum?: readonly string[];
}
