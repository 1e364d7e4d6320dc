import { describe, expect, it } from 'vitest';
import type { MarkupContent, SignatureHelp } from 'vscode-languageserver-types';
import { signatureHelp } from '../../src/features/signature-help.js';
import { snapshotOf } from '../support/marked.js';

const brand = `--- brand.failover
/// The code of a sign-in.
template otp(
  /// As it was generated.
  pin: text(4..10),
  minutes: int(1..60) = 5,
  shop: text,
) "11111111-2222-3333-4444-555555555555"
template hello "11111111-2222-3333-4444-555555555556"
`;

async function helpAt(source: string, client = {}): Promise<SignatureHelp | undefined> {
  const snapshot = await snapshotOf(`import "./brand.failover"\n${source}\n${brand}`, { client });
  return signatureHelp(snapshot, snapshot.cursor);
}

/** The parameter that is highlighted; nothing without help, empty where no parameter is left. */
async function activeAt(source: string): Promise<string | undefined> {
  const help = await helpAt(source);
  const signature = help?.signatures[0];
  if (help === undefined || signature === undefined) return undefined;
  const label = signature.parameters?.[help.activeParameter ?? -1]?.label;
  return label === undefined ? '' : signature.label.slice(...(label as [number, number]));
}

describe('the arguments of a template', () => {
  it('show its parameters, with types, defaults and what is written about them', async () => {
    const help = await helpAt('viber template otp(‸)');
    expect(help?.signatures).toHaveLength(1);
    expect(help?.signatures[0]?.label).toBe('otp(pin: text(4..10), minutes: int(1..60) = 5, shop: text)');
    expect((help?.signatures[0]?.documentation as MarkupContent).value).toBe('The code of a sign\\-in\\.');
    const documentation = help?.signatures[0]?.parameters?.map((one) => (one.documentation as MarkupContent).value);
    expect(documentation).toEqual([
      'As it was generated\\.\n\nA text of 4 to 10 characters.',
      'A whole number from 1 to 60.',
      'A text (`text`).',
    ]);
  });

  it('without Markdown for a client that has none', async () => {
    const help = await helpAt('viber template otp(‸)', { markdown: false });
    expect(help?.signatures[0]?.parameters?.[2]?.documentation).toEqual({ kind: 'plaintext', value: 'A text (text).' });
  });

  it('make no link, picture or HTML of what their author wrote', async () => {
    const template = 'template evil(/// ![a](https://b.c) <b>\nx: text) "11111111-2222-3333-4444-555555555557"';
    const help = await helpAt(`/// <img src=x>\n${template}\nviber template evil(‸)`);
    expect((help?.signatures[0]?.documentation as MarkupContent).value).toBe('\\<img src\\=x\\>');
    const [parameter] = help?.signatures[0]?.parameters ?? [];
    expect((parameter?.documentation as MarkupContent).value).toMatch(
      /^\\!\\\[a\\\]\\\(https\\:\/\/b\\\.c\\\) \\<b\\>\n/,
    );
  });

  it('show the parameter that is named or begun', async () => {
    expect(await activeAt('viber template otp(shop: "A‸CME")')).toBe('shop: text');
    expect(await activeAt('viber template otp(shop: ‸')).toBe('shop: text');
    expect(await activeAt('viber template otp(shop: {‸}')).toBe('shop: text');
    expect(await activeAt('viber template otp(sho‸')).toBe('shop: text');
    expect(await activeAt('viber template otp(pin: "8213", minutes: 3‸')).toBe('minutes: int(1..60) = 5');
  });

  it('before a name, the first one that has no argument', async () => {
    expect(await activeAt('viber template otp(‸')).toBe('pin: text(4..10)');
    expect(await activeAt('viber template otp(pin: "8213", ‸')).toBe('minutes: int(1..60) = 5');
    expect(await activeAt('viber template otp(‸, pin: "8213")')).toBe('minutes: int(1..60) = 5');
    expect(await activeAt('viber template otp(pin: {p}, minutes: 3, shop: {s}, ‸)')).toBe('');
    expect(await activeAt('viber template otp(nonsense: ‸)')).toBe('');
  });

  it('of a predefined template, which is used by its id', async () => {
    const help = await helpAt('viber template "c33cccaf-735f-4d62-8383-a76bf4999e2d"(pin: {pin}, ‸)');
    expect(help?.signatures[0]?.label).toBe('"c33cccaf-735f-4d62-8383-a76bf4999e2d"(pin, businessPlatformName)');
    expect(help?.activeParameter).toBe(1);
  });

  it('on a line of their own, and in an unfinished file', async () => {
    expect(await activeAt('flow a(to: phone) {\n  viber\n    template otp(\n      ‸\n')).toBe('pin: text(4..10)');
    expect(await activeAt('flow a(to: phone) {\n  viber template otp(pin: "1234", ‸ lang en ttl 5m')).toBe(
      'minutes: int(1..60) = 5',
    );
  });
});

describe('no help', () => {
  it.each([
    'viber template otp‸(pin: {pin})',
    'viber template otp(pin: {pin})‸',
    'viber template unknown(‸)',
    'viber template hello(‸)',
    'viber template otp // (‸',
    'template other(pin: text(4..‸10)) "11111111-2222-3333-4444-555555555557"',
    'template otp(‸',
    'flow a(to: phone‸) { sms "Hi" }',
    '‸',
  ])('%s', async (source) => {
    expect(await helpAt(source)).toBeUndefined();
  });
});
