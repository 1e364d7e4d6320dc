import { readFileSync } from 'node:fs';
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
      readonly properties: { readonly 'failover.rules': { readonly properties: Readonly<Record<string, object>> } };
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

test('works where the workspace is not trusted, and in a browser', () => {
  expect(manifest.capabilities).toMatchObject({ untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
  expect(manifest.browser).toBe(manifest.main);
});
