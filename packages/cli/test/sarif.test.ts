import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { catalog, type Diagnostic, type Severity } from '@failover/compiler';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { version } from '../package.json';
import { repositoryOf } from '../src/output/repository.js';
import { sarifLog } from '../src/output/sarif.js';
import { brand, Folder, login, simple } from './folder.js';

/** The published schema, as the npm package @microsoft/jest-sarif 1.0.0-beta.0 carries it. */
const schemaFile = path.join(path.dirname(fileURLToPath(import.meta.url)), 'output/sarif-2.1.0.schema.json');
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

/** Checks as SARIF: valid, or the test fails. */
async function sarif(folder: Folder, args: readonly string[] = [], options = {}) {
  const { status, stdout, stderr } = await folder.run(['check', '--format', 'sarif', ...args], options);
  const log: Log = JSON.parse(stdout);
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  const [run, ...others] = log.runs;
  if (run === undefined || others.length > 0) throw new Error('There is to be one run');
  return { status, stderr, run, rules: run.tool.driver.rules ?? [], results: run.results ?? [] };
}

describe('check --format sarif', () => {
  it('is valid when nothing is wrong', async () => {
    const { status, stderr, run, results } = await sarif(new Folder({ 'a.failover': simple('a') }));
    expect([status, stderr, results, run.artifacts]).toEqual([0, '', [], []]);
    expect(run.tool.driver).toEqual({
      ...{ name: 'failover', version, semanticVersion: version, rules: [] },
      informationUri: 'https://github.com/failover-lang/failover',
    });
  });

  it('says what is wrong, where, and how to mend it', async () => {
    const folder = new Folder({ 'a.failover': '\n  smss "😀" from "ACME"\n' });
    const { status, run, rules, results } = await sarif(folder);
    expect(status).toBe(1);
    const page = 'https://github.com/failover-lang/failover/blob/main/docs/diagnostics/FO1030.md';
    expect(rules).toEqual([
      {
        id: 'FO1030',
        shortDescription: { text: 'A misspelt keyword' },
        fullDescription: { text: expect.any(String) },
        help: { text: expect.stringContaining(page), markdown: expect.stringContaining(`](${page})`) },
        helpUri: page,
        defaultConfiguration: { level: 'error' },
      },
    ]);
    const artifactLocation = { uri: 'a.failover', uriBaseId: '%SRCROOT%', index: 0 };
    const region = { startLine: 2, startColumn: 3, endLine: 2, endColumn: 7 };
    expect(results[0]).toEqual({
      ...{ ruleId: 'FO1030', ruleIndex: 0, level: 'error' },
      message: { text: '`smss` is not a keyword; did you mean `sms`?' },
      locations: [{ physicalLocation: { artifactLocation, region } }],
      fixes: [
        {
          description: { text: 'Write `sms`' },
          artifactChanges: [
            { artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: 'sms' } }] },
          ],
        },
      ],
      partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]+:1$/) },
    });
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: `${pathToFileURL(folder.path).href}/` } });
    expect(run.artifacts?.[0]?.location).toEqual({ uri: 'a.failover', uriBaseId: '%SRCROOT%' });
  });

  it('names files relative to the repository, percent-encoded', async () => {
    const folder = new Folder({ 'flows/50% ü#?/a b.failover': 'smss "x"' });
    const uriOf = async (options = {}) => {
      const { run, results } = await sarif(folder, [], { at: 'flows', ...options });
      const { artifactLocation } = results[0]?.locations?.[0]?.physicalLocation ?? {};
      return [artifactLocation?.uri, run.originalUriBaseIds?.['%SRCROOT%']?.uri];
    };
    const name = '50%25%20%C3%BC%23%3F/a%20b.failover';
    const root = pathToFileURL(folder.path).href;
    expect(await uriOf()).toEqual([name, `${root}/flows/`]);
    expect(await uriOf({ env: { GITHUB_WORKSPACE: folder.path } })).toEqual([`flows/${name}`, `${root}/`]);
    mkdirSync(folder.at('.git'));
    expect(await uriOf()).toEqual([`flows/${name}`, `${root}/`]);
    // A workspace elsewhere is not the one that is checked.
    expect(await uriOf({ env: { GITHUB_WORKSPACE: '/nowhere' } })).toEqual([`flows/${name}`, `${root}/`]);
  });

  it('refers to each rule and file once, and to other places', async () => {
    const folder = new Folder({
      'a.failover': `${brand}${brand}`,
      'b.failover': 'import "./a.failover"\nsmss "x"\nthen smss "y"',
    });
    const { run, rules, results } = await sarif(folder);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { ruleId, ruleIndex, locations, relatedLocations = [] } of results) {
      expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
      for (const { physicalLocation } of [...(locations ?? []), ...relatedLocations]) {
        const { index = -1, ...location } = physicalLocation?.artifactLocation ?? {};
        expect(run.artifacts?.[index]?.location).toEqual(location);
      }
    }
    expect(results.some(({ relatedLocations = [] }) => relatedLocations.length > 0)).toBe(true);
    expect(run.artifacts?.map(({ location }) => location?.uri)).toEqual(['a.failover', 'b.failover']);
  });

  it('keeps the fingerprint of a result whose line moves', async () => {
    const folder = new Folder({ 'brand.failover': brand, 'a.failover': `${login}${simple('a')}smss "x"\n` });
    const fingerprints = async () => (await sarif(folder)).results.map((result) => result.partialFingerprints);
    const before = await fingerprints();
    folder.write('a.failover', `// One\n\n${folder.read('a.failover')}`);
    expect(before.length).toBeGreaterThan(0);
    expect(await fingerprints()).toEqual(before);
  });

  it('has the levels that failover.json chooses', async () => {
    const folder = new Folder({ 'a.failover': 'from "ACME"\nto "+306912345678"\ncallback "http://a.b"\nsms "x"' });
    const levels = async (rules: Record<string, string>) => {
      folder.write('failover.json', JSON.stringify({ rules }));
      const { status, results } = await sarif(folder);
      return [status, ...results.map(({ ruleId, level }) => `${ruleId} ${level}`)];
    };
    expect(await levels({})).toEqual([0, 'FO4010 warning', 'FO4008 note']);
    expect(await levels({ FO4010: 'error', FO4008: 'hint' })).toEqual([1, 'FO4010 error', 'FO4008 note']);
    expect(await levels({ FO4010: 'off', FO4008: 'warning' })).toEqual([0, 'FO4008 warning']);
    expect(await levels({ FO4010: 'warn' })).toEqual([1, 'FO7003 error']);
  });

  it('tells what could not be read', async () => {
    const folder = new Folder({ 'a.failover': Buffer.from([0xff]), 'b.failover': simple('b') });
    const { status, stderr, run } = await sarif(folder);
    expect(status).toBe(2);
    expect(stderr).toContain('error: `a.failover` cannot be read');
    const [invocation] = run.invocations ?? [];
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications?.[0]?.message.text).toMatch(/^`a.failover` cannot be read: /);
  });

  it('reads standard input, and counts no column for a byte order mark', async () => {
    const { results } = await sarif(new Folder(), ['-'], { input: '\ufeffsmss "x"' });
    const { physicalLocation } = results[0]?.locations?.[0] ?? {};
    expect(physicalLocation?.artifactLocation?.uri).toBe('stdin');
    expect(physicalLocation?.region).toEqual({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 5 });
  });

  it('keeps the most severe results where GitHub would refuse them all', () => {
    const [definition] = catalog;
    if (definition === undefined) throw new Error('There are diagnostics');
    const diagnostic = (severity: Severity, length: number): Diagnostic => {
      const { code, why } = definition;
      return { code, why, severity, message: 'x', uri: 'file:///a', offset: 0, length, ...noExtras };
    };
    const noExtras = { related: [], fixes: [], tags: [] };
    const diagnostics = Array.from({ length: 30_000 }, (_, index) => diagnostic(index % 2 ? 'hint' : 'warning', index));
    const log = sarifLog([...diagnostics, diagnostic('error', 0)], [], () => undefined, repositoryOf('/'));
    const levels = log.runs[0]?.results?.map(({ level }) => level) ?? [];
    const amounts = ['error', 'warning', 'note'].map((one) => levels.filter((level) => level === one).length);
    expect(amounts).toEqual([1, 15_000, 9_999]);
    const [notice] = log.runs[0]?.invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notice?.message.text).toBe('5001 more results are left out: GitHub takes 25000');
    expect(validate(log)).toBe(true);
  });
});
