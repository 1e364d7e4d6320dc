import { type Flow, type Program, requestProblems, type Values } from '@failover/compiler';
import { describe, expect, test } from 'vitest';
import { fc, patience, runs } from '../support/fast-check.js';
import { bundlesOf, compile, errorsOf, type Files, flowsOf, formatted, valuesOf } from './checks.js';
import { generateProgram, mainFile } from './programs.js';
import { built } from './random.js';
import { seeded } from './values.js';

const seed = fc.integer();

function payloadOf(program: Program, flow: Flow, values: Values): unknown {
  const bound = program.bind(flow, values);
  if (!bound.ok)
    throw new Error(`${JSON.stringify(values)}: ${bound.problems.map(({ message }) => message).join('\n')}`);
  return bound.payload;
}

function show(files: Files): string {
  return Object.entries(files)
    .map(([name, text]) => `// ${name}\n${text}`)
    .join('\n');
}

describe('a program within the limits', { timeout: patience }, () => {
  const programs = built((random) => generateProgram(random).files);

  test('has no errors, and makes requests that their endpoint takes', () => {
    fc.assert(
      fc.property(programs, seed, (files, start) => {
        const program = compile(files);
        expect(errorsOf(program), show(files)).toEqual([]);
        const random = seeded(start);
        for (const flow of flowsOf(program)) {
          const payload = payloadOf(program, flow, valuesOf(flow, random));
          expect(requestProblems(flow.endpoint, payload), show(files)).toEqual([]);
        }
      }),
      runs(100),
    );
  });

  test('makes the same bundles when it is formatted', () => {
    fc.assert(
      fc.property(programs, (files) => {
        const tidy = formatted(files);
        const program = compile(tidy);
        expect(errorsOf(program), show(tidy)).toEqual([]);
        expect(JSON.stringify(bundlesOf(program)), show(files)).toBe(JSON.stringify(bundlesOf(compile(files))));
        expect(formatted(tidy)).toEqual(tidy);
      }),
      runs(80),
    );
  });

  test('makes the same request when its parameters are lets', () => {
    const single = built((random) => generateProgram(random, { flows: 1, numbers: false }).files);
    fc.assert(
      fc.property(single, seed, (files, start) => {
        const program = compile(files);
        const [flow] = flowsOf(program);
        if (flow === undefined) return;
        const values = valuesOf(flow, seeded(start));
        const fixed = withLets(program, files, flow, values);
        const again = compile(fixed);
        expect(errorsOf(again), show(fixed)).toEqual([]);
        const [same] = flowsOf(again);
        expect(same?.parameters).toEqual([]);
        const payload = same && JSON.stringify(payloadOf(again, same, {}));
        expect(payload, show(fixed)).toBe(JSON.stringify(payloadOf(program, flow, values)));
      }),
      runs(80),
    );
  });
});

/** The same file with a let for each parameter, and a flow without parameters. */
function withLets(program: Program, files: Files, flow: Flow, values: Values): Files {
  const { node } = flow;
  const chain = node.kind === 'flow' ? node.chain : node;
  const params = node.kind === 'flow' ? node.params : undefined;
  const items = program.parsed(flow.uri)?.tree.items ?? [];
  const imports = items.filter(({ kind }) => kind === 'import').at(-1);
  const lets = Object.entries(values).map(([name, value]) => `let ${name} = ${JSON.stringify(String(value))}\n`);
  const settings = [...items, ...(node.kind === 'flow' ? node.settings : [])];
  const start = files[mainFile]?.startsWith('\ufeff') ? 1 : 0;
  // A let named `to` is no recipient by itself, so the flow says that it is.
  const saysTo = 'to' in values && !settings.some(({ kind }) => kind === 'to');
  const edits = [
    {
      from: imports === undefined ? start : imports.offset + imports.length,
      to: undefined,
      text: `\n${lets.join('')}`,
    },
    { from: params?.offset ?? 0, to: params && params.offset + params.length, text: '' },
    { from: chain?.offset ?? 0, to: undefined, text: saysTo ? 'to {to}\n' : '' },
  ];
  const changed = edits
    .sort((a, b) => b.from - a.from)
    .reduce(
      (text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to ?? edit.from),
      files[mainFile] ?? '',
    );
  return { ...files, [mainFile]: changed };
}
