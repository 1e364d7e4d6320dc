import {
  type Bundle,
  bind,
  clausesFor,
  definitionAt,
  documentationOf,
  type Flow,
  format,
  namesInScope,
  type Program,
  parse,
  pathTo,
  referencesAt,
  symbolAt,
  typeAt,
  type Values,
} from '@failover/compiler';
import { fileOf, memoryHost, programOf, uriOf } from '../support/project.js';
import { type GeneratedProgram, mainFile } from './programs.js';
import type { Random } from './random.js';
import { valueFor } from './values.js';

export type Files = GeneratedProgram['files'];

export function compile(files: Files): Program {
  return programOf(memoryHost(files), [mainFile]);
}

export function flowsOf(program: Program): readonly Flow[] {
  return program.flows(uriOf(mainFile));
}

export function errorsOf(program: Program): string[] {
  const errors = program.allDiagnostics().filter(({ severity }) => severity === 'error');
  return errors.map(({ uri, offset, code, message }) => {
    const position = program.parsed(uri)?.lines.positionAt(offset);
    return `${fileOf(uri)}:${position?.line}:${position?.column} ${code} ${message}`;
  });
}

/** A value for each parameter, of the type that its declaration and its uses give it. */
export function valuesOf(flow: Flow, random: Random): Values {
  const values = flow.parameters.map(({ name, effective }) => [name, valueFor(effective ?? { kind: 'text' }, random)]);
  return Object.fromEntries(values);
}

export function formatted(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, format(parse(uriOf(name), text))]));
}

export function bundlesOf(program: Program): Bundle[] {
  return flowsOf(program).map((flow) => program.bundle(flow));
}

/** Asks a program everything there is to ask. What it says must not be wrong in itself, whatever the files hold. */
export function askEverything(program: Program, random: Random): string[] {
  const problems: string[] = [];
  for (const uri of program.uris) {
    const text = program.parsed(uri)?.text ?? '';
    const check = (what: string, place: { uri: string; offset: number; length: number }) => {
      const end = program.parsed(place.uri)?.text.length ?? -1;
      const { offset, length } = place;
      const sound = Number.isInteger(offset) && Number.isInteger(length) && offset >= 0 && length >= 0;
      if (!sound || offset + length > end)
        problems.push(`${what} is at ${place.uri} ${offset}, ${length} long, of ${end}`);
    };
    for (const diagnostic of program.diagnostics(uri)) {
      const { code, message, help = '' } = diagnostic;
      check(`${code} ${message}`, diagnostic);
      for (const place of diagnostic.related) check(`related to ${code}`, place);
      for (const { title, edits } of diagnostic.fixes) {
        if (title === '') problems.push(`a fix of ${code} has no title`);
        for (const edit of edits) check(`a fix of ${code}`, edit);
        problems.push(...overlaps(edits).map((problem) => `a fix of ${code}: ${problem}`));
      }
      const worded = `${message} ${help}`.replace(/`[^`]*`/g, '');
      if (/undefined|NaN|\[object|null|Infinity/.test(worded)) problems.push(`${code} says: ${message}`);
    }
    const parsed = program.parsed(uri);
    for (const flow of program.flows(uri)) askFlow(program, flow, random, problems);
    for (let count = 0; count < 5; count++) {
      const offset = random.integer(0, text.length);
      const places = [definitionAt(program, uri, offset), ...referencesAt(program, uri, offset)];
      for (const place of places) if (place !== undefined) check(`what is named at ${offset}`, place);
      const symbol = symbolAt(program, uri, offset)?.symbol;
      if (symbol !== undefined) documentationOf(program, symbol);
      namesInScope(program, uri, offset);
      typeAt(program, uri, offset);
      if (parsed !== undefined) pathTo(parsed.tree, offset);
    }
    if (parsed !== undefined) format(parsed);
  }
  clausesFor('viber', 'template');
  program.lets();
  return problems;
}

function askFlow(program: Program, flow: Flow, random: Random, problems: string[]): void {
  const bundle = JSON.parse(JSON.stringify(program.bundle(flow))) as Bundle;
  if (/\bnull\b|NaN/.test(JSON.stringify(bundle.payload).replace(/"(?:[^"\\]|\\.)*"/g, ''))) {
    problems.push(`the bundle of ${flow.name} has a value that is none: ${JSON.stringify(bundle.payload)}`);
  }
  const values = valuesOf(flow, random);
  program.bind(flow, values);
  const bound = program.bind(flow, {});
  if (!bound.ok) for (const problem of bound.problems) bound.placeOf?.(problem);
  bind(bundle, values);
}

function overlaps(edits: readonly { uri: string; offset: number; length: number }[]): string[] {
  const sorted = [...edits].sort((a, b) => a.offset - b.offset);
  return sorted.flatMap((edit, index) => {
    const before = sorted[index - 1];
    const isApart = before === undefined || before.uri !== edit.uri || before.offset + before.length <= edit.offset;
    return isApart ? [] : [`edits overlap at ${edit.offset}`];
  });
}
