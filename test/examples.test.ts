import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Flow, format, type Program, parse, requestProblems, type Values } from '@failover/compiler';
import { describe, expect, test } from 'vitest';
import { folderHost, programOf, uriOf, valuesFor } from './support/project.js';
import { renderDiagnostics } from './support/render-diagnostics.js';

const examples = path.join(import.meta.dirname, '../examples');
const names = readdirSync(examples, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

function sourcesOf(name: string): string[] {
  return readdirSync(path.join(examples, name)).filter((file) => file.endsWith('.failover'));
}

function programOfExample(name: string, defines: Readonly<Record<string, string>> = {}): Program {
  const host = folderHost(path.join(examples, name));
  return programOf(host, sourcesOf(name), { defines: new Map(Object.entries(defines)) });
}

function flowsOf(program: Program): Flow[] {
  return program.uris.flatMap((uri) => program.flows(uri));
}

function readJson(name: string, file: string): unknown {
  return JSON.parse(readFileSync(path.join(examples, name, file), 'utf8'));
}

function payloadOf(program: Program, flow: Flow, values: Values): unknown {
  const bound = program.bind(flow, valuesFor(flow, values));
  if (!bound.ok) throw new Error(bound.problems.map(({ message }) => message).join('\n'));
  return bound.payload;
}

describe.each(names)('examples/%s', (name) => {
  test('has nothing to say about', () => {
    expect(renderDiagnostics(programOfExample(name))).toBeUndefined();
  });

  test.each(sourcesOf(name))('%s is laid out as the formatter does', (file) => {
    const text = readFileSync(path.join(examples, name, file), 'utf8');
    expect(format(parse(uriOf(file), text))).toBe(text);
  });

  test('compiles with its values to requests that the endpoint takes', () => {
    const program = programOfExample(name);
    const values = readJson(name, 'values.json') as Values;
    expect(flowsOf(program)).not.toEqual([]);
    for (const flow of flowsOf(program)) {
      expect(requestProblems(flow.endpoint, payloadOf(program, flow, values))).toEqual([]);
    }
  });

  test('is described, and its description names files that are there', () => {
    const text = readFileSync(path.join(examples, name, 'README.md'), 'utf8');
    const files = [...text.matchAll(/[\w.-]+\.(?:failover|json|mjs|py)\b/g)].map(([file]) => file);
    // What a command writes is not there before it has run.
    const missing = files.filter(
      (file) => !existsSync(path.join(examples, name, file)) && !text.includes(`dist/${file}`),
    );
    expect(missing).toEqual([]);
  });
});

test('the index lists every example', () => {
  const index = readFileSync(path.join(examples, 'README.md'), 'utf8');
  const listed = [...index.matchAll(/^\| \[([\w-]+)\]\(\1\)/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual([...names].sort());
});

describe('environments', () => {
  const staging = { api: 'https://api.staging.acme.com', 'sms-sender': 'ACMEstaging' };

  test('staging differs from production in what is defined', () => {
    const [production, other] = [programOfExample('environments'), programOfExample('environments', staging)];
    const values = readJson('environments', 'values.json') as Values;
    const bodies = [production, other].map((program) =>
      flowsOf(program).map((flow) => JSON.stringify(payloadOf(program, flow, values))),
    );
    const [inProduction = [], inStaging = []] = bodies;
    const replaced = inProduction.map((body) =>
      body.replaceAll('https://api.acme.com', staging.api).replaceAll('"ACME"', JSON.stringify(staging['sms-sender'])),
    );
    expect(inStaging).not.toEqual(inProduction);
    expect(inStaging).toEqual(replaced);
  });

  test('a definition that the endpoint would refuse is an error', () => {
    const program = programOfExample('environments', { 'sms-sender': 'ACME staging' });
    expect(program.allDiagnostics().map(({ code }) => code)).toEqual(['FO3050']);
  });
});

describe('bind', () => {
  const folder = path.join(examples, 'bind');
  const valid: readonly Values[] = [
    { to: '+306912345678', pin: '8213' },
    { to: '+306912345678', pin: '8213', minutes: 15, language: 'el' },
    { to: '+306987654321', pin: '"{pin}"\\', minutes: 5, language: 'en' },
    { to: '+306987654321', pin: 'κωδικός', minutes: 60 },
  ];

  test('login.bundle.json is up to date', () => {
    const program = programOfExample('bind');
    const [flow] = flowsOf(program);
    const bundle = flow && program.bundle(flow);
    // The order of keys counts, white space does not.
    expect(JSON.stringify(readJson('bind', 'login.bundle.json'))).toBe(JSON.stringify(bundle));
  });

  test.each(valid)('JavaScript, Python and the compiler make the same request of %j', async (values) => {
    const { withLibrary, byHand } = await import(pathToFileURL(path.join(folder, 'bind.mjs')).href);
    const program = programOfExample('bind');
    const [flow] = flowsOf(program);
    const payload = JSON.stringify(flow && payloadOf(program, flow, values));
    expect(JSON.stringify(withLibrary(values))).toBe(payload);
    expect(JSON.stringify(byHand(values))).toBe(payload);
    const printed = execFileSync('python3', [path.join(folder, 'bind.py'), JSON.stringify(values)], {
      encoding: 'utf8',
    });
    expect(JSON.stringify(JSON.parse(printed))).toBe(payload);
  });

  test('the library says what is wrong with values', async () => {
    const { withLibrary } = await import(pathToFileURL(path.join(folder, 'bind.mjs')).href);
    expect(() => withLibrary({ to: '6912345678', pin: '1' })).toThrow(/`to` must be[\s\S]*`pin` has 1 character/);
  });
});
