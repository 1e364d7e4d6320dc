import { isDeepStrictEqual } from 'node:util';
import { format, Program, parse } from '@failover/compiler';
import { importRequest } from '@failover/compiler/import';
import { requestLikeOthers } from '../../packages/compiler/test/import/like-others.js';
import { anyRequest } from '../../packages/compiler/test/routee/arbitraries.js';
import { seeded } from '../properties/values.js';
import { fc } from '../support/fast-check.js';
import { changedJson, type Json } from './json.js';
import { Smaller, smallerTexts } from './smaller.js';
import { withCharacters } from './texts.js';

const sound = fc.oneof(
  anyRequest('standard'),
  anyRequest('transactional'),
  requestLikeOthers('standard'),
  requestLikeOthers('transactional'),
);

/** Request bodies with other things in some of their places, and now and then with other characters. */
export const inputs: fc.Arbitrary<string> = new Smaller(
  fc.tuple(fc.array(sound, { minLength: 1, maxLength: 3 }), fc.integer()).map(([requests, start]) => {
    const random = seeded(start);
    const [first] = requests;
    const json = JSON.parse(JSON.stringify(random.chance(80) ? first : requests)) as Json;
    const changed = JSON.stringify(random.chance(80) ? changedJson(json, random, random.pick([1, 4])) : json);
    return random.chance(20) ? withCharacters(changed, random) : changed;
  }),
  smallerTexts,
);

const uri = 'file:///project/request.json';
const file = 'file:///project/imported.failover';

/** An input comes back as it was, or something is said about it; what comes of it is a file as it should be. */
export function importProblems(input: string): string[] {
  const { text, diagnostics } = importRequest(input, { uri });
  const outside = diagnostics.filter(
    ({ offset, length }) => !(offset >= 0 && length >= 0 && offset + length <= input.length),
  );
  const problems = outside.map(({ code, offset, length }) => `${code} is at ${offset}, ${length} long`);
  if (text === undefined) return diagnostics.length > 0 ? problems : [...problems, 'nothing comes of it in silence'];
  const parsed = parse(file, text);
  problems.push(...parsed.diagnostics.map(({ message }) => `what comes of it cannot be read: ${message}`));
  if (format(parsed) !== text) problems.push('what comes of it is not formatted');
  if (diagnostics.length > 0) return problems;
  const program = new Program({ read: () => ({ text }) }, [file]);
  const errors = program.diagnostics(file).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return [...problems, ...errors.map(({ message }) => `it has an error: ${message}`)];
  const bodies = program.flows(file).map((flow) => {
    const bound = program.bind(flow, {});
    return bound.ok ? bound.payload : bound.problems;
  });
  const given: unknown = JSON.parse(input.replace(/^\ufeff/, ''));
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(bodies)), Array.isArray(given) ? given : [given])) {
    problems.push(`it comes back as ${JSON.stringify(bodies)}`);
  }
  return problems;
}
