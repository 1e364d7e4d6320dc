import { expect } from 'vitest';
import type { Diagnostic, Fix } from '../../src/diagnostics/diagnostic.js';
import { Program, type ProgramOptions } from '../../src/program.js';
import { endOf } from '../../src/text/span.js';

/**
 * Checks files that live in memory. A test shows the source with a mark ⟦…⟧ around each place at which a diagnostic is
 * expected, and what is said there: `FO3010: The ttl of a Viber step …`, in the order of the text, wide before narrow.
 * Whatever else is said makes the test fail, so that one fault gives one diagnostic. Every fix is applied as well.
 */

export const root = 'file:///project';

export interface Options extends Omit<ProgramOptions, 'root'> {
  /** Further files by their path, which may have marks too. They count only when something imports them. */
  readonly files?: Readonly<Record<string, string>>;
  /** Files that cannot be read, and why. */
  readonly unreadable?: Readonly<Record<string, string>>;
}

export interface Checked {
  readonly program: Program;
  readonly diagnostics: readonly Diagnostic[];
  /** Each fix by its title, and the text of the first file with it. */
  readonly fixes: readonly Fixed[];
}

export interface Fixed {
  readonly title: string;
  readonly text: string;
}

/** Checks `main.failover` and what it imports. */
export function checkFile(source: string, expected: readonly string[] = [], options: Options = {}): Checked {
  const { files = {}, unreadable = {}, ...rest } = options;
  const texts = new Map<string, string>();
  const marks = new Map<string, Mark[]>();
  for (const [path, marked] of Object.entries({ 'main.failover': source, ...files })) {
    const { text, found } = unmark(marked);
    texts.set(uriOf(path), text);
    marks.set(uriOf(path), found);
  }
  const program = programOf(texts, unreadable, rest);
  const diagnostics = program.allDiagnostics();
  const wanted = program.uris.flatMap((uri) => (marks.get(uri) ?? []).map((mark) => ({ uri, ...mark })));
  const said = expected.map((what, index) => ({ ...place(texts, wanted[index]), what }));
  expect(diagnostics.map((one) => ({ ...place(texts, one), what: `${one.code}: ${one.message}` }))).toEqual(said);
  expect(wanted.length, 'marks without a diagnostic').toBe(expected.length);
  for (const diagnostic of diagnostics) expectReadable(diagnostic);
  const fixes = diagnostics.flatMap((diagnostic) =>
    diagnostic.fixes.map((fix) => {
      const fixed = applyFix(texts, fix);
      expectMended(diagnostic, fix, diagnostics, programOf(fixed, unreadable, rest).allDiagnostics());
      return { title: fix.title, text: fixed.get(uriOf('main.failover')) ?? '' };
    }),
  );
  return { program, diagnostics, fixes };
}

/** A sender with an id on each channel. */
export const acme = 'sender acme { viber "0094d198-4dd2-4fb5-b451-d46aca191b27" sms "ACME" voice "302101234567" }';
const opening = '  ';
const closing = '\n  then sms "We could not reach you."\n}\n';

export interface StepOptions extends Options {
  /** The parameters beside `to: phone`. */
  readonly params?: string;
  /** Declarations and settings before the flow, beside the sender `acme`. */
  readonly before?: string;
  /** The word before `flow`. */
  readonly endpoint?: 'standard' | 'transactional';
}

/** Checks steps within a flow; one more step follows. The fixes show the steps only. */
export function checkStep(steps: string, expected: readonly string[] = [], options: StepOptions = {}): Checked {
  const { params = '', before = '', endpoint, ...rest } = options;
  const list = ['to: phone', params].filter((text) => text !== '').join(', ');
  const head = `${acme}\n${before}\n${endpoint === undefined ? '' : `${endpoint} `}flow check(${list}) {\n`;
  const checked = checkFile(`${head}${opening}${steps}${closing}`, expected, rest);
  const between = ({ title, text }: Fixed) => {
    const start = text.indexOf('{\n', text.indexOf('flow check')) + '{\n'.length + opening.length;
    return { title, text: text.slice(start, text.length - closing.length) };
  };
  return { ...checked, fixes: checked.fixes.map(between) };
}

/** The fixes as `title → text`. */
export function fixesOf({ fixes }: Checked): string[] {
  return fixes.map(({ title, text }) => `${title} → ${text}`);
}

export function uriOf(path: string): string {
  return path.startsWith('file:') ? path : `${root}/${path}`;
}

/** The files of a program in memory. */
export function programOf(
  texts: ReadonlyMap<string, string>,
  unreadable: Readonly<Record<string, string>> = {},
  options: Omit<ProgramOptions, 'root'> = {},
): Program {
  const reasons = new Map(Object.entries(unreadable).map(([path, reason]) => [uriOf(path), reason]));
  const read = (uri: string) => {
    const text = texts.get(uri);
    const reason = reasons.get(uri);
    if (reason !== undefined) return { problem: 'unreadable', reason } as const;
    return text === undefined ? ({ problem: 'missing' } as const) : { text };
  };
  return new Program({ read }, [uriOf('main.failover')], { root, ...options });
}

export interface Mark {
  readonly offset: number;
  readonly length: number;
}

/** The text without its marks, and their places in the order of diagnostics. */
export function unmark(marked: string): { text: string; found: Mark[] } {
  const found: Mark[] = [];
  const open: number[] = [];
  let text = '';
  for (const character of marked) {
    if (character === '⟦') open.push(text.length);
    else if (character === '⟧') found.push({ offset: open.at(-1) ?? 0, length: text.length - (open.pop() ?? 0) });
    else text += character;
  }
  return { text, found: found.sort((a, b) => a.offset - b.offset || a.length - b.length) };
}

function place(texts: ReadonlyMap<string, string>, at: { uri: string; offset: number; length: number } | undefined) {
  if (at === undefined) return { in: 'no mark', at: '' };
  const text = texts.get(at.uri) ?? '';
  const line = text.slice(0, at.offset).split('\n').length;
  const path = at.uri.slice(root.length + 1);
  return { in: `${path}:${line}`, at: `${at.offset}: ${text.slice(at.offset, endOf(at))}` };
}

/** What a person can read: one line, no value that went missing on the way, not longer than it must be. */
export function expectReadable({ code, message, why, help }: Diagnostic): void {
  for (const text of [message, why, ...(help === undefined ? [] : [help])]) {
    const said = `${code}: ${text}`;
    expect(text.replace(/`[^`]*`/g, 'x'), said).not.toMatch(/undefined|NaN|\[object|\n|^\s|\s$| {2}|\be\+/);
    expect(text.length, said).toBeLessThan(300);
    expect(text.split('`').length % 2, `${said}: a quote is not closed`).toBe(1);
  }
  expect(message, 'a message is no sentence with a full stop').not.toMatch(/\.$/);
  expect(why, 'a reason is a sentence').toMatch(/\.$/);
}

function applyFix(texts: ReadonlyMap<string, string>, { edits }: Fix): Map<string, string> {
  const fixed = new Map(texts);
  for (const { uri, offset, length, text } of edits.toSorted((a, b) => b.offset - a.offset)) {
    const before = fixed.get(uri) ?? '';
    fixed.set(uri, before.slice(0, offset) + text + before.slice(offset + length));
  }
  return fixed;
}

/** The fault is gone, the text can be read, and there is no error that was not there before. */
function expectMended(
  { code, message }: Diagnostic,
  { title, edits }: Fix,
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): void {
  const said = `${code}, fix “${title}”`;
  const count = (list: readonly Diagnostic[], test: (one: Diagnostic) => boolean) => list.filter(test).length;
  expect(edits.length, said).toBeGreaterThan(0);
  expect(after.filter((one) => one.code.startsWith('FO1') && !before.some((old) => old.code === one.code))).toEqual([]);
  const isSame = (one: Diagnostic) => one.code === code && one.message === message;
  expect(count(after, isSame), said).toBeLessThan(count(before, isSame));
  const isError = ({ severity }: Diagnostic) => severity === 'error';
  expect(count(after, isError), said).toBeLessThanOrEqual(count(before, isError));
}
