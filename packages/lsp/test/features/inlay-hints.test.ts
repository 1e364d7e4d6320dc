import { expect, it } from 'vitest';
import { inlayHints } from '../../src/features/inlay-hints.js';
import { snapshotOf } from '../support/marked.js';
import { ofEveryPrefix } from './every-place.js';

/** The text with its hints in it, as an editor shows them. */
async function shown(source: string, settings?: unknown): Promise<string> {
  const snapshot = await snapshotOf(source, { settings });
  const { text } = snapshot.document;
  const hints = inlayHints(snapshot, { offset: 0, length: text.length });
  const placed = hints.map((hint) => [snapshot.document.offsetAt(hint.position), `«${hint.label}»`] as const);
  return placed
    .toSorted((a, b) => b[0] - a[0])
    .reduce((rest, [at, label]) => rest.slice(0, at) + label + rest.slice(at), text);
}

const brand = `sender acme {
  viber "0094d198-4dd2-4fb5-b451-d46aca191b27"
  sms "ACME"
  voice "302101234567"
}
template otp(pin: text(4..10), name: text = "you") "0aac888f-2ee2-4112-9659-1755a951966a"
`;

it('tells what is taken by default, what by its name, and when each step starts', async () => {
  const source = `${brand}flow f(to: phone, pin: text(4..10)) {
  viber template otp lang en
  then sms "{pin}" ttl 5m
  then voice say "{pin}" lang en-US
  then sms "{pin}" on failed
}
`;
  expect((await shown(source)).slice(brand.length)).toBe(`flow f(to: phone, pin: text(4..10)) {
  viber template otp«(pin: {pin}, name: "you")» lang en«ttl 10m on expired, failed, undelivered»
  then«≤ 10 min» sms "{pin}" ttl 5m«on failed, undelivered»
  then«≤ 15 min» voice say "{pin}" lang en-US«on busy, no-answer»
  then«after the call» sms "{pin}" on failed
}
`);
});

it('fills up a list of arguments', async () => {
  const step = (args: string) => `${brand}viber template otp${args} lang en ttl 2m`;
  expect((await shown(step('(pin: "1234")'))).slice(brand.length)).toContain('(pin: "1234"«, name: "you"»)');
  expect((await shown(step('()'))).slice(brand.length)).toContain('(«pin: {pin}, name: "you"»)');
});

it('counts the parts of an SMS that has several', async () => {
  const long = 'a'.repeat(170);
  expect(await shown(`${brand}sms "${long}"`)).toContain(`${long}"«2 parts»`);
  expect(await shown(`${brand}flow f(to: phone, x: text(..300)) { sms "{x}" }`)).toContain('"{x}"«up to 2 parts»');
  expect(await shown(`${brand}sms "short"`)).not.toContain('part');
});

it.each([
  ['times', '≤'],
  ['arguments', 'pin: {pin}'],
  ['parts', 'parts'],
  ['defaults', 'on expired'],
])('leaves out %s when they are switched off', async (kind, label) => {
  const source = `${brand}viber template otp lang en ttl 2m then sms "${'a'.repeat(170)}{pin}"`;
  expect(await shown(source)).toContain(label);
  expect(await shown(source, { inlayHints: { [kind]: false } })).not.toContain(label);
});

it('writes out what a hint says', async () => {
  const source = `${brand}flow f(to: phone, pin: text(4..10)) {\n  sms "{pin}"\n  then sms "x"\n}\n`;
  const snapshot = await snapshotOf(source);
  const [hint] = inlayHints(snapshot, { offset: source.indexOf('{pin}'), length: 1 });
  expect(hint?.textEdits?.[0]?.newText).toBe(' ttl 20h on failed, undelivered');
});

it('looks only at the lines that are asked for', async () => {
  const source = `${brand}flow a(to: phone) {\n  sms "x"\n  then sms "y"\n}\nflow b(to: phone) {\n  sms "x"\n  then sms "y"\n}\n`;
  const snapshot = await snapshotOf(source);
  const lines = inlayHints(snapshot, { offset: source.lastIndexOf('sms "x"'), length: 1 }).map(
    ({ position }) => position.line,
  );
  expect(lines).toEqual([11]);
});

it(
  'never fails in a broken file',
  () => ofEveryPrefix((snapshot, offset) => void inlayHints(snapshot, { offset: 0, length: offset })),
  60_000,
);
