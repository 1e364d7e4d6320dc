import { describe, expect, it } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { documentSymbols } from '../../src/features/document-symbols.js';
import { fuzzyScore } from '../../src/features/fuzzy-score.js';
import { workspaceSymbols } from '../../src/features/workspace-symbols.js';
import { snapshotOf } from '../support/marked.js';
import { textAt } from './support.js';

function lines(symbols: readonly DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ name, detail = '', children = [] }) => [
    `${indent}${name}${detail === '' ? '' : ` · ${detail}`}`,
    ...lines(children, `${indent}  `),
  ]);
}

async function outline(source: string): Promise<string[]> {
  return lines(documentSymbols(await snapshotOf(source)));
}

describe('the outline', () => {
  it('shows declarations, and the steps of each flow with their times', async () => {
    expect(
      await outline(`import "./brand.failover"
let api = "https://api.acme.com"
sender acme { sms "ACME" }
template otp(pin: text(4..10)) "x" { lang en "Code {pin}" lang el }
flow login(to: phone, pin: text) {
  viber template otp lang en ttl 2m on expired
  then sms "Your code is {pin}" ttl 5m
  then voice say "Code" lang en-US
  then voice { play "https://acme.com/a.wav" say "Bye" lang en-US }
}
`),
    ).toEqual([
      'api · "https://api.acme.com"',
      'acme',
      '  sms · "ACME"',
      'otp · (pin: text(4..10))',
      '  pin · text(4..10)',
      '  en · "Code {pin}"',
      '  el',
      'login · (to: phone, pin: text)',
      '  viber template otp · ttl 2m',
      '  sms "Your code is {pin}" · after 2m, ttl 5m',
      '  voice say "Code" · after 7m',
      '  voice play "https://acme.com/a.wav"',
    ]);
  });

  it('names a chain after its file', async () => {
    expect(await outline('sms "Hi"\n')).toEqual(['main', '  sms "Hi"']);
  });

  it('stays in a broken file', async () => {
    const source = 'let = "x"\nsender acme {\nflow login( {\n  sms "Hi\n  then vib\nflow b { sms "x" }';
    expect(await outline(source)).toEqual(['let · "x"', 'acme', 'login · ()', '  sms "Hi', 'b', '  sms "x"']);
  });

  it('has each name within its place, and each place within the one around it', async () => {
    const snapshot = await snapshotOf('sender acme { sms "ACME" }\nflow a { sms "Hi" then sms "x" }\nsms "Hi"\nlet');
    const check = ({ range, selectionRange, children = [] }: DocumentSymbol) => {
      expect(textAt(snapshot, range)).toContain(textAt(snapshot, selectionRange));
      for (const child of children) {
        expect(textAt(snapshot, range)).toContain(textAt(snapshot, child.range));
        check(child);
      }
    };
    documentSymbols(snapshot).forEach(check);
  });
});

describe('the symbols of the workspace', () => {
  it('have the letters of the query in their order, the best first', async () => {
    const { projects } = await snapshotOf(`let log-in = "x"
flow order-shipped { sms "x" }
--- brand.failover
sender login { sms "ACME" }
template long-offer-in "x"
`);
    const names = (query: string) =>
      workspaceSymbols(projects, query).map(({ name, containerName }) => `${name} ${containerName}`);
    expect(names('LogIn')).toEqual(['login brand.failover', 'log-in main.failover', 'long-offer-in brand.failover']);
    expect(names('os')).toEqual(['order-shipped main.failover']);
    expect(names('xyz')).toEqual([]);
    expect(names('')).toHaveLength(4);
  });

  it('are found by letters apart, by the start of words before others', () => {
    expect(fuzzyScore('ba', 'ab')).toBeUndefined();
    expect(fuzzyScore('os', 'order-shipped') ?? 0).toBeGreaterThan(fuzzyScore('os', 'oxus') ?? 0);
    expect(fuzzyScore('od', 'code') ?? 0).toBeLessThan(fuzzyScore('od', 'od-x') ?? 0);
  });
});
