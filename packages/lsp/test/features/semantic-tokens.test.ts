import { describe, expect, it } from 'vitest';
import { semanticTokens, tokenModifiers, tokenTypes } from '../../src/features/semantic-tokens.js';
import type { Snapshot } from '../../src/workspace/snapshot.js';
import { snapshotOf } from '../support/marked.js';
import { ofEveryPrefix } from './every-place.js';

interface Seen {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly kind: string;
}

function unpacked(data: readonly number[]): Seen[] {
  const seen: Seen[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    line += down;
    character = down === 0 ? character + right : right;
    const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
    seen.push({ line, character, length, kind: [tokenTypes[type], ...modifiers].join('.') });
  }
  return seen;
}

/** Each token as `text: type.modifiers`. */
function shown({ document }: Snapshot, data: readonly number[]): string[] {
  return unpacked(data).map(({ line, character, length, kind }) => {
    const start = document.offsetAt({ line, character });
    const end = document.offsetAt({ line, character: character + length });
    return `${document.text.slice(start, end)}: ${kind}`;
  });
}

async function tokens(source: string): Promise<string[]> {
  const snapshot = await snapshotOf(source);
  return shown(snapshot, semanticTokens(snapshot));
}

describe('semantic tokens', () => {
  it('tell keywords, channels, clauses and values apart', async () => {
    expect(await tokens('viber template otp lang en ttl 2m on expired\nthen sms "x" no flash')).toEqual([
      ...[
        'viber: keyword.channel',
        'template: keyword.declares',
        'otp: class',
        'lang: keyword.clause',
        'en: enumMember',
      ],
      ...['ttl: keyword.clause', '2m: number', 'on: keyword.control', 'expired: enumMember'],
      ...[
        'then: keyword.control',
        'sms: keyword.channel',
        '"x": string',
        'no: keyword.clause',
        'flash: keyword.clause',
      ],
    ]);
  });

  it('know a keyword that is a name', async () => {
    expect(await tokens('flow flow(to: text, sms: phone) {\n  from then\n}')).toEqual([
      ...['flow: keyword.declares', 'flow: function.declaration', 'to: parameter.declaration', 'text: type'],
      ...['sms: parameter.declaration', 'phone: type', 'from: keyword.clause', 'then: namespace'],
    ]);
  });

  it('cut a text at its holes and escapes', async () => {
    expect(await tokens('let a = "x"\nflow f(b: text) {\n  sms "1{a}2\\n{b}{c}"\n}')).toEqual([
      ...['let: keyword.declares', 'a: variable.declaration.readonly', '"x": string'],
      ...['flow: keyword.declares', 'f: function.declaration', 'b: parameter.declaration', 'text: type'],
      ...[
        'sms: keyword.channel',
        '"1: string',
        'a: variable.readonly',
        '2: string',
        '\\n: string.escape',
        'b: parameter',
      ],
      ...['c: parameter', '": string'],
    ]);
  });

  it('take a parameter of the flow before a let of the same name', async () => {
    expect(await tokens('let a = "x"\nflow f(a: text) { sms "{a}" }')).toContain('a: parameter');
  });

  it('have declarations of other files in mind', async () => {
    const found = await tokens('import "./b.failover"\nsms "{shop}"\n--- b.failover\nlet shop = "x"\n');
    expect(found).toContain('shop: variable.readonly');
  });

  it('tell comments, documentation and what silences apart', async () => {
    expect(await tokens('/// Doc\n// failover-ignore FO4003: why\nlet a = "x" // end\n')).toEqual([
      ...['/// Doc: comment.documentation', '// : comment', 'failover-ignore: decorator', ' FO4003: why: comment'],
      ...['let: keyword.declares', 'a: variable.declaration.readonly', '"x": string', '// end: comment'],
    ]);
  });

  it('go line by line', async () => {
    expect(await tokens('sms """\r\n  a {b}\r\n\r\n  c\r\n  """')).toEqual([
      ...['sms: keyword.channel', '""": string', '  a : string', 'b: parameter', '  c: string', '  """: string'],
    ]);
  });

  it('count as the client does', async () => {
    const snapshot = await snapshotOf('sms "αβ👋" ttl 5m');
    const { Document } = await import('../../src/workspace/document.js');
    const bytes = new Document(snapshot.uri, snapshot.document.text, 1, 'utf-8');
    expect(shown({ ...snapshot, document: bytes }, semanticTokens({ ...snapshot, document: bytes }))).toEqual(
      shown(snapshot, semanticTokens(snapshot)),
    );
  });

  it('of a stretch are those that lie in it', async () => {
    const snapshot = await snapshotOf('let a = "x"\nlet b = "y" // why\nlet c = "z"\n');
    const [whole, part] = [semanticTokens(snapshot), semanticTokens(snapshot, { offset: 12, length: 18 })].map(
      unpacked,
    );
    expect(part).toEqual(whole?.filter(({ line }) => line === 1));
  });

  it('follow a declaration that moves', async () => {
    const before = 'flow a(to: phone) {\n  sms "x"\n}\nflow b(to: phone) {\n  sms "y" ttl 5m\n}\n';
    const snapshot = await snapshotOf(before);
    semanticTokens(snapshot);
    const { workspace } = snapshot;
    workspace.change(snapshot.uri, [{ text: before.replace('"x"', '"x"\n  ttl 2m') }], 2);
    const after = await workspace.snapshot(snapshot.uri);
    const fresh = await snapshotOf(before.replace('"x"', '"x"\n  ttl 2m'));
    expect(after && semanticTokens(after)).toEqual(semanticTokens(fresh));
  });

  it(
    'are in order, apart and within their lines, in any file',
    () =>
      ofEveryPrefix((snapshot) => {
        let end = { line: 0, character: 0 };
        for (const { line, character, length } of unpacked(semanticTokens(snapshot))) {
          expect(line > end.line || (line === end.line && character >= end.character)).toBe(true);
          end = { line, character: character + length };
          expect(end.character).toBeLessThanOrEqual(snapshot.document.lines.line(line + 1).length);
        }
      }),
    60_000,
  );
});
