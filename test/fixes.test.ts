import path from 'node:path';
import type { Diagnostic, Fix, Program } from '@failover/compiler';
import { expect, test } from 'vitest';
import { withEdits } from '../packages/compiler/src/text/edits.js';
import { programOfSample, samplesIn } from './support/corpus.js';
import { fileOf } from './support/project.js';

const samples = samplesIn(path.join(import.meta.dirname, 'corpus'));

/** What a fix cannot mend for good, by the code of its diagnostic, with what is said then, and why. */
const exceptions: readonly { readonly fix: string; readonly leadsTo: string; readonly because: string }[] = [
  {
    fix: 'FO1007',
    leadsTo: 'FO2001',
    because: 'whether the words in braces are a name of the flow, the grammar cannot know',
  },
  {
    fix: 'FO1021',
    leadsTo: 'FO2001',
    because: 'whether an argument without a value is a name of the flow, the grammar cannot know',
  },
  {
    fix: 'FO1021',
    leadsTo: 'FO2019',
    because: 'whether an argument without a name is a parameter of the template, the grammar cannot know',
  },
  { fix: 'FO1025', leadsTo: 'FO1030', because: 'a second misspelt word of a step is read once the first is mended' },
  { fix: 'FO2003', leadsTo: 'FO2018', because: 'what a template asks for is known once its name is' },
  { fix: 'FO2014', leadsTo: 'FO2014', because: 'where no sender has every channel, the next step needs another one' },
];

test.each(samples)('each fix of $name mends, and adds no error', (sample) => {
  const program = programOfSample(sample);
  const before = program.allDiagnostics();
  const found = before.flatMap((diagnostic) =>
    diagnostic.fixes.flatMap((fix) => {
      const after = programOfSample(sample, textsWith(fix, program)).allDiagnostics();
      const codes = new Set([...(isGone(diagnostic, before, after) ? [] : [diagnostic.code]), ...added(before, after)]);
      return [...codes].map((leadsTo) => ({ fix: diagnostic.code, leadsTo, title: fix.title }));
    }),
  );
  const unexpected = found.filter(
    (one) => !exceptions.some(({ fix, leadsTo }) => fix === one.fix && leadsTo === one.leadsTo),
  );
  expect(unexpected).toEqual([]);
  for (const one of found) used.add(`${one.fix} ${one.leadsTo}`);
});

const used = new Set<string>();

test('each exception is one', () => {
  expect(exceptions.map(({ fix, leadsTo }) => `${fix} ${leadsTo}`)).toEqual([...used].sort());
});

function textsWith({ edits }: Fix, program: Program): Map<string, string> {
  const uris = new Set(edits.map(({ uri }) => uri));
  return new Map(
    [...uris].map((uri) => {
      const own = edits.filter((edit) => edit.uri === uri);
      return [fileOf(uri), withEdits(program.parsed(uri)?.text ?? '', own)];
    }),
  );
}

/** Whether it is said less often: its place may be another after the edit. */
function isGone({ code, message }: Diagnostic, before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
  const count = (all: readonly Diagnostic[]) =>
    all.filter((one) => one.code === code && one.message === message).length;
  return count(after) < count(before);
}

/** The codes of errors of which there are more. */
function added(before: readonly Diagnostic[], after: readonly Diagnostic[]): string[] {
  const count = (all: readonly Diagnostic[], code: string) => all.filter((one) => one.code === code).length;
  const codes = new Set(after.filter(({ severity }) => severity === 'error').map(({ code }) => code));
  return [...codes].filter((code) => count(after, code) > count(before, code));
}
