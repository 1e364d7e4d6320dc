import { readFileSync } from 'node:fs';
import path from 'node:path';
import { catalog, childrenOf, format, parse, requestProblems, type tree } from '@failover/compiler';
import { describe, expect, test } from 'vitest';
import {
  boundFlow,
  hasErrors,
  json,
  main,
  mainOf,
  outOfDate,
  programOfSample,
  type Sample,
  samplesIn,
} from './support/corpus.js';
import { uriOf } from './support/project.js';
import { readTokens, renderTokens, runsOf } from './support/render-tokens.js';

const corpus = path.join(import.meta.dirname, 'corpus');
const samples = samplesIn(corpus);

/** Codes that no sample can show. */
const notOfFiles: Readonly<Record<string, string>> = {
  FO2035: 'is about two files of one run and the folder that the command writes to',
};

describe.each(samples)('$name', (sample) => {
  const program = programOfSample(sample);
  const parsed = mainOf(program);

  test('is up to date', () => {
    expect(outOfDate(sample), 'run node scripts/run.mjs scripts/generate-corpus.ts').toEqual([]);
  });

  test('is given back by its tokens', () => {
    const runs = readTokens(renderTokens(parsed));
    expect(runs).toEqual(runsOf(parsed));
    expect(runs.map(({ text }) => text).join('')).toBe(parsed.text);
    let at = 0;
    for (const { offset, text } of runs) {
      expect(offset).toBe(at);
      at += text.length;
    }
  });

  test('has a tree whose places are nested and in order', () => {
    expect(misplaced(parsed.tree)).toEqual([]);
    expect(parsed.tree).toMatchObject({ offset: 0, length: parsed.text.length });
  });

  test('has diagnostics whose places are in their files', () => {
    for (const diagnostic of program.allDiagnostics()) {
      const places = [diagnostic, ...diagnostic.related, ...diagnostic.fixes.flatMap(({ edits }) => edits)];
      for (const { uri, offset, length } of places) {
        const end = program.parsed(uri)?.text.length ?? -1;
        expect(offset, diagnostic.message).toBeGreaterThanOrEqual(0);
        expect(offset + length, diagnostic.message).toBeLessThanOrEqual(end);
      }
    }
  });

  test('is formatted once and for all, and means the same', () => {
    const formatted = format(parsed);
    expect(format(parse(uriOf(main), formatted))).toBe(formatted);
    const again = programOfSample(sample, new Map([[main, formatted]]));
    expect(errorCodes(again)).toEqual(errorCodes(program));
    expect(resultsOf(again, sample)).toBe(resultsOf(program, sample));
  });

  test('gives requests that its endpoint takes', () => {
    if (hasErrors(program)) return;
    for (const flow of program.flows(uriOf(main))) {
      const bound = boundFlow(program, flow, sample);
      if (bound?.ok) expect(requestProblems(flow.endpoint, bound.payload)).toEqual([]);
    }
  });

  test('can be cut off anywhere', () => {
    const { text } = parsed;
    // In a longer file the cuts are a prime number of characters apart, so that they fall on places of every kind.
    const step = text.length < 600 ? 1 : 7;
    const problems: string[] = [];
    for (let end = 0; end < text.length; end += step) {
      const prefix = parse(uriOf(main), text.slice(0, end));
      problems.push(...misplaced(prefix.tree).map((problem) => `cut off at ${end}: ${problem}`));
      if (end % 21 === 0) programOfSample(sample, new Map([[main, prefix.text]])).allDiagnostics();
    }
    expect(problems).toEqual([]);
  });
});

describe('the corpus', () => {
  test('shows every diagnostic of a file', () => {
    const found = new Set(
      samples.flatMap((sample) =>
        programOfSample(sample)
          .allDiagnostics()
          .map(({ code }) => code),
      ),
    );
    const missing = catalog.map(({ code }) => code).filter((code) => /^FO[1-4]/.test(code) && !found.has(code));
    expect(missing).toEqual(Object.keys(notOfFiles));
  });

  test.each([
    ['published-standard-viber-sms', 'viber-sms', 'standard-viber-sms-onstep'],
    ['published-standard-sms-voice-viber', 'sms-voice-viber', 'standard-sms-voice-viber'],
    ['published-transactional', 'transactional', 'transactional-viber-sms'],
  ])('gives Routee’s request in %s', (name, flow, published) => {
    const payload = readFileSync(path.join(corpus, name, `payload.${flow}.json`), 'utf8');
    const request = JSON.parse(readFileSync(path.join(corpus, '../payloads', `${published}.json`), 'utf8')) as Request;
    expect(payload).toBe(json(withoutBlanks(request)));
  });

  test('gives the request that the language document prints', () => {
    const payload = readFileSync(path.join(corpus, 'tour-one-line/payload.main.json'), 'utf8');
    expect(payload).toBe(
      json({
        flow: [
          {
            type: 'Viber',
            senderInfoTrackingId: '0094d198-4dd2-4fb5-b451-d46aca191b27',
            to: '+306912345678',
            templateId: '0aac888f-2ee2-4112-9659-1755a951966a',
            templateLang: 'en',
            templateParams: { pin: '8213' },
            ttl: 10,
            order: 1,
            failoverOnStatuses: ['EXPIRED', 'FAILED', 'UNDELIVERED'],
          },
          {
            type: 'Sms',
            from: 'ACME',
            to: '+306912345678',
            message: { body: 'Your code is 8213' },
            order: 2,
            failoverOnStatuses: ['FAILED', 'UNDELIVERED'],
          },
        ],
      }),
    );
  });
});

type Request = { readonly flow: readonly { readonly to: unknown }[] };

/** A blank number of a call says nothing, so the language has no way to write it. */
function withoutBlanks(request: Request): Request {
  const flow = request.flow.map((step) => {
    if (typeof step.to !== 'object' || step.to === null) return step;
    return { ...step, to: Object.fromEntries(Object.entries(step.to).filter(([, value]) => value !== '')) };
  });
  return { ...request, flow };
}

function errorCodes(program: ReturnType<typeof programOfSample>): string[] {
  const errors = program.allDiagnostics().filter(({ severity }) => severity === 'error');
  return errors.map(({ uri, code }) => `${uri} ${code}`).sort();
}

/** The bundle of each flow and what becomes of it, as they are written: their order counts. */
function resultsOf(program: ReturnType<typeof programOfSample>, sample: Sample): string {
  if (hasErrors(program)) return '';
  return json(program.flows(uriOf(main)).map((flow) => [program.bundle(flow), boundFlow(program, flow, sample)]));
}

/** The nodes that are not where they should be. */
function misplaced(root: tree.SyntaxNode): string[] {
  const problems: string[] = [];
  const pending: tree.SyntaxNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const end = node.offset + node.length;
    let at = node.offset;
    if (!Number.isInteger(node.offset) || !Number.isInteger(node.length) || node.length < 0) {
      problems.push(`${node.kind} stands at ${node.offset} and is ${node.length} long`);
    }
    for (const child of childrenOf(node)) {
      const childEnd = child.offset + child.length;
      if (child.offset < at || childEnd > end)
        problems.push(`${child.kind} ${child.offset}–${childEnd} in ${node.kind}`);
      at = childEnd;
      pending.push(child);
    }
  }
  return problems;
}
