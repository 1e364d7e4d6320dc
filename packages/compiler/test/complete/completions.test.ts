import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { insertedText } from '../../src/complete/candidate.js';
import { completionsAt } from '../../src/complete/completions.js';
import { relativePath } from '../../src/complete/paths.js';
import { signatureAt } from '../../src/complete/signature.js';
import { Program } from '../../src/program.js';

const uri = 'file:///project/main.failover';
const corpus = new URL('../../../../test/corpus/', import.meta.url);

function programOf(text: string): Program {
  return new Program({ read: (of) => (of === uri ? { text } : { problem: 'missing' }) }, [uri]);
}

function checkAt(program: Program, length: number, offset: number): void {
  const { span, candidates } = completionsAt(program, uri, offset, { files: [uri] });
  expect(span.offset).toBeGreaterThanOrEqual(0);
  expect(span.offset).toBeLessThanOrEqual(offset);
  expect(span.offset + span.length).toBeGreaterThanOrEqual(offset);
  expect(span.offset + span.length).toBeLessThanOrEqual(length);
  for (const { insert } of candidates) expect(insertedText(insert)).not.toBe('');
  const labels = candidates.map(({ label, kind }) => `${kind} ${label}`);
  expect(new Set(labels).size, `${offset}: ${labels.join()}`).toBe(labels.length);
  signatureAt(program, uri, offset);
}

describe('for any text, an answer', () => {
  const samples = readdirSync(corpus).filter((_, index) => index % 6 === 0);

  it.each(samples)('at every offset of %s', (sample) => {
    const text = readFileSync(new URL(`${sample}/main.failover`, corpus), 'utf8');
    const program = programOf(text);
    for (let offset = 0; offset <= text.length; offset++) checkAt(program, text.length, offset);
  });

  it.each(samples.slice(0, 6))('at the end of every start of %s', (sample) => {
    const text = readFileSync(new URL(`${sample}/main.failover`, corpus), 'utf8').slice(0, 1500);
    for (let end = 0; end <= text.length; end++) checkAt(programOf(text.slice(0, end)), end, end);
  });
});

describe('the path of an import', () => {
  it('leads from one file to another', () => {
    expect(relativePath('file:///p/a/main.failover', 'file:///p/a/b/c.failover')).toBe('./b/c.failover');
    expect(relativePath('file:///p/a/main.failover', 'file:///p/c.failover')).toBe('../c.failover');
    expect(relativePath('file:///p/main.failover', 'file:///p/%CE%B1%20b.failover')).toBe('./α b.failover');
    expect(relativePath('file:///p/main.failover', 'untitled:one.failover')).toBeUndefined();
  });
});
