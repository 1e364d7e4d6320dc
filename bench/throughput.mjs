// From text to tree, to payloads and to formatted text, once everything is warm, beside other parsers of as many bytes.
import { deepStrictEqual } from 'node:assert';
import path from 'node:path';
import { root } from '../scripts/paths.mjs';
import { compare, row, time } from './measure.mjs';
import { parse as parseByHand } from './peers/hand-written.mjs';
import { parse as parseWithLangium } from './peers/langium.mjs';
import { bytesOfTypeSpec, parse as parseTypeSpec } from './peers/typespec.mjs';
import { bytesOfFlows, tenLines } from './samples.mjs';

const { format, parse, Program } = await import(path.join(root, 'packages/compiler/dist/index.js'));
const uri = 'file:///bench.failover';
const bytes = 1_000_000;
const rounds = 11;

export function throughput() {
  const source = bytesOfFlows(bytes);
  const json = bytesOfPayloads(bytes);
  const typeSpec = bytesOfTypeSpec(bytes);
  for (const text of [tenLines(0), source]) {
    // A yardstick that makes another tree would measure something else.
    deepStrictEqual(parseByHand(text).tree, parse(uri, text).tree);
  }
  const tree = () => time(() => parse(uri, source));
  const payloads = () => time(() => everyPayload(source));
  const formatted = () => time(() => format(parse(uri, source)));
  const byHand = () => time(() => parseByHand(source));
  const withLangium = () => time(() => parseWithLangium(source));
  const ofTypeSpec = () => time(() => parseTypeSpec(typeSpec));
  const ofJson = () => time(() => JSON.parse(json));
  // The parser by hand first: what others leave behind in memory is dearest for who makes least.
  pair('1 MB: text → tree / parser written by hand', tree, byHand, 2);
  pair('1 MB: text → tree / JSON.parse of payloads', tree, ofJson);
  pair('1 MB: text → payloads / text → tree', payloads, tree, 2);
  pair('1 MB: text → formatted text / text → tree', formatted, tree);
  pair("1 MB: text → tree / TypeSpec's parser", tree, ofTypeSpec, 0.33);
  pair('1 MB: text → tree / Langium, the same grammar', tree, withLangium, 0.33);
}

function pair(name, subject, yardstick, goal) {
  for (let round = 0; round < 5; round++) for (const warm of [subject, yardstick]) warm();
  row(name, compare(subject, yardstick, rounds), goal);
}

function everyPayload(source) {
  const program = programOf(source);
  const bundles = program.flows(uri).map((flow) => program.bundle(flow));
  program.allDiagnostics();
  return bundles;
}

function programOf(source) {
  return new Program({ read: () => ({ text: source }) }, [uri]);
}

/** So many bytes of requests, as one list. */
function bytesOfPayloads(size) {
  const bundles = everyPayload(bytesOfFlows(size / 10));
  const list = bundles.map(({ payload }) => JSON.stringify(payload));
  const parts = [];
  for (let length = 0, index = 0; length < size; index++) {
    const part = list[index % list.length];
    parts.push(part);
    length += part.length + 1;
  }
  return `[${parts.join()}]`;
}
