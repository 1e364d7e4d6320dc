import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { fc } from '../../../../test/support/fast-check.js';
import { exports, files } from '../../package.json';
import { lintCodes } from '../../src/diagnostics/catalog.js';
import { readSettings } from '../../src/project/read-settings.js';
import { projectSchema, ruleSeverities } from '../../src/project/settings.js';

/** Each mistake as `code at `the text it is about`: message`. */
function mistakes(text: string): string[] {
  return readSettings('file:///failover.json', text).diagnostics.map(({ code, offset, length, message }) => {
    return `${code} at ${text.slice(offset, offset + length)}: ${message}`;
  });
}

describe('readSettings', () => {
  it('reads every key', () => {
    const text = `{
      "$schema": "x", "include": ["a", "b"], "outDir": "out",
      "define": { "api": "https://x", "__proto__": "y" }, "rules": { "FO4001": "off", "FO4002": "error" }
    }`;
    const { settings, diagnostics } = readSettings('file:///failover.json', text);
    expect(diagnostics).toEqual([]);
    expect(settings.include).toEqual(['a', 'b']);
    expect(settings.outDir).toBe('out');
    expect([...settings.define]).toEqual([
      ['api', 'https://x'],
      ['__proto__', 'y'],
    ]);
    expect(settings.rules).toEqual({ FO4001: 'off', FO4002: 'error' });
  });

  it('tells every mistake where it is', () => {
    expect(mistakes('{ "incldue": [], "rule": 1, "x": 1 }')).toEqual([
      'FO7002 at "incldue": failover.json has no `incldue`; did you mean `include`?',
      'FO7002 at "rule": failover.json has no `rule`; did you mean `rules`?',
      'FO7002 at "x": failover.json has no `x`',
    ]);
    expect(mistakes('{ "include": "flows", "outDir": [], "define": [], "rules": "off" }')).toEqual([
      'FO7003 at "flows": `include` must be a list of texts',
      'FO7003 at []: `outDir` must be a text',
      'FO7003 at []: `define` must be an object of texts',
      'FO7003 at "off": `rules` must be an object of severities',
    ]);
    expect(mistakes('{ "include": ["a", 1], "define": { "a": null, "b": {} }, "$schema": 1 }')).toEqual([
      'FO7003 at 1: `include[…]` must be a text',
      'FO7003 at null: `define.a` must be a text',
      'FO7003 at {}: `define.b` must be a text',
      'FO7003 at 1: `$schema` must be a text',
    ]);
    expect(mistakes('{ "rules": { "FO4001": "warn", "FO3001": "off", "FO4O10": "off", "__proto__": 1 } }')).toEqual([
      'FO7003 at "warn": `rules.FO4001` must be one of "error", "warning", "information", "hint", "off"',
      expect.stringMatching(/^FO7004 at "FO3001": `FO3001` is not an FO4 diagnostic; did you mean `FO4001`\?$/),
      expect.stringMatching(/^FO7004 at "FO4O10": `FO4O10` is not an FO4 diagnostic; did you mean `FO4010`\?$/),
      'FO7004 at "__proto__": `__proto__` is not an FO4 diagnostic',
    ]);
    expect(mistakes('[]')).toEqual(['FO7003 at []: `failover.json` must be an object']);
  });

  it('tells the first place that is not JSON', () => {
    expect(mistakes('')).toEqual(['FO7001 at : failover.json is not JSON: a value is expected']);
    expect(mistakes('{ include: [] }')).toEqual([
      'FO7001 at include: failover.json is not JSON: a key in double quotes is expected',
    ]);
    expect(mistakes('{ "include" [] }')).toEqual(['FO7001 at [: failover.json is not JSON: a colon is expected']);
    expect(mistakes('{ "include": ["a" "b"] }')).toEqual([
      'FO7001 at "b": failover.json is not JSON: a comma is expected',
    ]);
    expect(mistakes('{ "include": ["a"')).toEqual([
      expect.stringContaining('failover.json is not JSON: a closing bracket is expected'),
    ]);
    expect(mistakes('{} []')).toEqual(['FO7001 at [: failover.json is not JSON: nothing more is expected']);
    expect(mistakes('['.repeat(100_000))).toEqual([expect.stringMatching(/^FO7001 at /)]);
  });

  it('offers the word that was meant', () => {
    const [mistake] = readSettings('file:///failover.json', '{ "outdir": "x" }').diagnostics;
    const edits = [{ uri: 'file:///failover.json', offset: 2, length: 8, text: '"outDir"' }];
    expect(mistake?.fixes).toEqual([{ title: 'Write `outDir`', edits }]);
  });
});

describe('the published JSON Schema', () => {
  it('is up to date (vitest -u writes it anew)', async () => {
    const text = `${JSON.stringify(projectSchema(), undefined, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../schemas/failover.schema.json');
  });

  it('accepts what the reader accepts, and nothing else', () => {
    const accepts = new Ajv2020({ strict: true }).compile(projectSchema());
    const samples = [
      ...['{}', '{ "$schema": "x" }', '{ "include": [] }', '{ "include": ["a"] }', '{ "outDir": "x" }'],
      ...['{ "define": {} }', '{ "define": { "a": "b" } }', '{ "rules": { "FO4001": "hint", "FO4023": "off" } }'],
      ...['[]', '1', '{ "x": 1 }', '{ "include": "a" }', '{ "include": [1] }', '{ "outDir": 1 }', '{ "define": [] }'],
      ...['{ "define": { "a": 1 } }', '{ "rules": [] }', '{ "rules": { "FO3001": "off" } }', '{ "$schema": null }'],
      ...['{ "rules": { "FO4001": "warn" } }', '{ "rules": { "FO4001": null } }'],
    ];
    for (const sample of samples) {
      expect([sample, accepts(JSON.parse(sample))]).toEqual([sample, mistakes(sample).length === 0]);
    }
  });

  it('accepts what the reader accepts, whatever is written', () => {
    const accepts = new Ajv2020({ strict: true }).compile(projectSchema());
    const any = fc.jsonValue({ maxDepth: 2 });
    const mostly = <One, Other>(good: fc.Arbitrary<One>, bad: fc.Arbitrary<Other>) =>
      fc.oneof({ weight: 9, arbitrary: good }, { weight: 1, arbitrary: bad });
    const objectOf = (key: fc.Arbitrary<string>, value: fc.Arbitrary<unknown>) =>
      fc.array(fc.tuple(key, value), { maxLength: 3 }).map((entries) => Object.fromEntries(entries));
    const code = mostly(fc.constantFrom(...lintCodes), fc.constantFrom('FO3001', 'FO9999', 'fo4001', '__proto__', ''));
    const severity = mostly(fc.constantFrom(...ruleSeverities), fc.oneof(fc.constantFrom('warn', 'Off', ''), any));
    const settings = {
      $schema: mostly(fc.webUrl(), any),
      include: mostly(fc.array(mostly(fc.string(), any), { maxLength: 3 }), any),
      outDir: mostly(fc.string(), any),
      define: mostly(objectOf(fc.string(), mostly(fc.string(), any)), any),
      rules: mostly(objectOf(code, severity), any),
    };
    const known = fc.record(settings, { requiredKeys: [] });
    const more = objectOf(fc.constantFrom('rule', 'toString', '__proto__', 'x'), any);
    const unknown = fc.oneof(
      fc.tuple(known, more).map(([one, other]) => ({ ...one, ...other })),
      any,
    );
    const file = mostly(known, unknown);
    let accepted = 0;
    fc.assert(
      fc.property(file, (value) => {
        const text = JSON.stringify(value);
        const isAccepted = accepts(JSON.parse(text));
        if (isAccepted) accepted++;
        expect([text, isAccepted]).toEqual([text, mistakes(text).length === 0]);
      }),
      { numRuns: 1_000 },
    );
    expect(accepted).toBeGreaterThan(200);
    expect(accepted).toBeLessThan(800);
  });

  it('is published where its `$id` says', () => {
    const { $id } = projectSchema();
    expect($id).toMatch(/\/packages\/compiler\/schemas\/failover\.schema\.json$/);
    expect(exports).toMatchObject({ './schemas/*': './schemas/*' });
    expect(files).toContain('schemas');
  });
});
