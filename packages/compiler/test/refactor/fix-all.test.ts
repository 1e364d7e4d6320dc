import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Program } from '../../src/program.js';
import { fixAll } from '../../src/refactor/fix-all.js';

const uri = 'file:///a.failover';
const pages = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../../docs/diagnostics');

function fixed(text: string) {
  const program = new Program({ read: (one) => (one === uri ? { text } : { problem: 'missing' }) }, [uri]);
  return fixAll(program, uri);
}

/** The examples of the pages of diagnostics. */
const examples = readdirSync(pages).flatMap((page) =>
  [...readFileSync(path.join(pages, page), 'utf8').matchAll(/```failover\n([\s\S]*?)```/g)].map(
    ([, text = '']) => text,
  ),
);

describe('fixAll', () => {
  it('tells how many fixes it made', () => {
    const text = (sms: string) => `flow f(to: phone) {\n  ${sms} from "A"\n  then sms "y" from "A"\n}\n`;
    expect(fixed(text('smss "x" ttl 5s'))).toEqual({ text: text('sms "x" ttl 1m'), fixes: 2 });
    expect(fixed(text('sms "x"'))).toBeUndefined();
  });

  it('keeps the byte order mark and the line breaks of the file, and means the same with them', () => {
    const mended = examples.flatMap((example) => fixed(example) ?? []);
    const inWindows = examples.flatMap((example) => fixed(`\ufeff${example.replaceAll('\n', '\r\n')}`) ?? []);
    expect(mended.length).toBeGreaterThan(50);
    for (const { text } of inWindows) {
      expect(text).toMatch(/^\ufeff/);
      expect(text).not.toMatch(/[^\r]\n/);
    }
    expect(inWindows.map(({ text, fixes }) => ({ text: text.slice(1).replaceAll('\r\n', '\n'), fixes }))).toEqual(
      mended,
    );
  });

  it('has nothing left to do when it is done', () => {
    for (const example of examples) {
      const { text } = fixed(example) ?? {};
      if (text !== undefined) expect([text, fixed(text)]).toEqual([text, undefined]);
    }
  });
});
