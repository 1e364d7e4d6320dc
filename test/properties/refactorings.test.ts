import path from 'node:path';
import { Program, type Refactoring, refactoringsAt } from '@failover/compiler';
import { compare } from '@failover/compiler/compare';
import { describe, expect, test } from 'vitest';
import { hasErrors, programOfSample, samplesIn } from '../support/corpus.js';

/** The program after the edits. @throws where two of them overlap */
function after(program: Program, { edits }: Refactoring): Program {
  const texts = new Map<string, string>();
  const starts = new Map<string, number>();
  for (const edit of edits.toSorted((a, b) => b.offset - a.offset || b.length - a.length)) {
    const text = texts.get(edit.uri) ?? program.parsed(edit.uri)?.text ?? '';
    const end = edit.offset + edit.length;
    expect(end, 'two edits overlap').toBeLessThanOrEqual(starts.get(edit.uri) ?? text.length);
    starts.set(edit.uri, edit.offset);
    texts.set(edit.uri, text.slice(0, edit.offset) + edit.text + text.slice(end));
  }
  const read = (uri: string) => {
    const text = texts.get(uri);
    return text === undefined ? program.read(uri) : { text };
  };
  const { roots, root, defines, rules } = program;
  return new Program({ read }, roots, { root, defines, rules });
}

/** What is sent, and what it takes. */
function meaning(program: Program) {
  return program.uris.flatMap((uri) => program.flows(uri).map((flow) => program.bundle(flow)));
}

/** All files of a program, as one side of a comparison. */
function sideOf(program: Program) {
  return { program, files: new Map(program.uris.map((uri) => [uri, uri])) };
}

const corpus = path.resolve(import.meta.dirname, '../corpus');
const seen = new Set<string>();

/** Tries every refactoring at every word of a program. */
function tryAll(program: Program): void {
  const isSound = !hasErrors(program);
  for (const uri of program.uris) {
    for (const { startOffset } of program.parsed(uri)?.tokens ?? []) {
      for (const refactoring of refactoringsAt(program, uri, startOffset + 1)) {
        const changed = after(program, refactoring);
        if (!isSound) continue;
        seen.add(nameOf(refactoring));
        const errors = changed.allDiagnostics().filter(({ severity }) => severity === 'error');
        const text = `${refactoring.title}\n${changed.parsed(uri)?.text}`;
        expect(
          errors.map(({ message }) => message),
          text,
        ).toEqual([]);
        expect(meaning(changed), text).toEqual(meaning(program));
        expect(compare(sideOf(program), sideOf(changed)), text).toEqual([]);
      }
    }
  }
}

function nameOf({ title }: Refactoring): string {
  return title.replace(/`[^`]*`/g, '…');
}

/** The program with its chain as a flow, which has no list of parameters. */
function withFlow(program: Program): Program | undefined {
  for (const uri of program.uris) {
    const chain = program.parsed(uri)?.tree.items.at(-1);
    if (chain?.kind !== 'chain') continue;
    const flow = refactoringsAt(program, uri, chain.offset).find(({ title }) => title.startsWith('Make it the flow'));
    if (flow !== undefined) return after(program, flow);
  }
  return undefined;
}

const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const importer = (text: string) => `import "./main.failover"\n${text} from "A" then sms "b" from "A"\n`;
const flow = (steps: string, params = 'to: phone') =>
  `flow f(${params}) {\n  ${steps} from "A"\n  then sms "b" from "A"\n}\n`;

/** What the corpus does not have: the files of a project each. */
const others: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a file that imports it takes the only sender': {
    main: 'sender acme { sms "ACME" }\nflow f(to: phone) { sms "a" from "OTHER" then sms "b" from acme }\n',
    other: 'import "./main.failover"\nsms "x" then sms "y"\n',
  },
  'a file that imports it has a let of the name': {
    main: flow('sms "Hello"'),
    other: importer('let wording = "x"\nsms "{wording}"'),
  },
  'a file that imports it has a parameter of the name': {
    main: flow('sms "Hello"'),
    other: importer('sms "{wording}"'),
  },
  'a file that imports it has a template of the name': {
    main: flow(`viber template "${id}" lang en`),
    other: importer(`template template "${id}"\nviber template template lang en`),
  },
  'a long text with lines of their own indentation': {
    main: 'flow main {\n  sms """\na\n    b\n  """ from "A"\n  then sms "c" from "A"\n}\n',
  },
  'long texts and CRLF': {
    main: 'sms """\r\n  a\r\n\r\n    b\r\n  """ from "A"\r\nthen sms "c" from "A" // end\r\n',
  },
  'a sender for every step of a flow': {
    main: 'flow f(to: phone) {\n  from "306900000000"\n\n  sms "a"\n  then voice say "a" lang en-US\n}\n',
  },
  'numbers, addresses and languages for a template': {
    main: flow(
      `viber template "${id}"(n: {n}, m: 5, u: {u}, p: {to}, t: "x{n}") lang {l}`,
      'to: phone, n: int(1..5), u: url, l: lang(en, el)',
    ),
  },
  'a let that is made of lets, in files that name it': {
    main: 'let a = "1"\nlet b = "{a}{a}"\nlet c = "a \\"b\\" \\{c\\}\\n"\nsms "{b}{c}" from "A" then sms "{c}" from "A"\n',
    other: importer('sms "{b}{c}"'),
  },
  'a let that a parameter hides': {
    main: `let a = "1"\nlet b = "{a}"\n${flow('sms "{a}{b}"', 'to: phone, a: text')}`,
  },
  'a let that a template takes by its name': {
    main: `let name = "Acme"\ntemplate t(name: text) "${id}"\n${flow('viber template t lang en')}`,
  },
};

function programOf(files: Readonly<Record<string, string>>): Program {
  const uris = Object.keys(files).map((name) => `file:///project/${name}.failover`);
  const read = (uri: string) => {
    const text = files[uri.slice('file:///project/'.length, -'.failover'.length)];
    return text === undefined ? ({ problem: 'missing' } as const) : { text };
  };
  const program = new Program({ read }, uris, { root: 'file:///project' });
  expect(hasErrors(program) ? program.allDiagnostics().map(({ message }) => message) : []).toEqual([]);
  return program;
}

describe('a refactoring, wherever it is offered, changes no payload and brings no error', () => {
  test.each(samplesIn(corpus).map((sample) => ({ name: sample.name, sample })))('$name', ({ sample }) => {
    const program = programOfSample(sample);
    tryAll(program);
    const other = withFlow(program);
    if (other !== undefined) tryAll(other);
  });

  test.each(Object.entries(others))('%s', (_, files) => tryAll(programOf(files)));

  test('each of them is offered somewhere', () => {
    expect([...seen].sort()).toEqual([
      ...['Declare the sender …', 'Declare the template …', 'Make it the chain of the file', 'Make it the flow …'],
      ...['Name the text with …', 'Write out the parameters', 'Write the text of … in its place'],
    ]);
  });
});
