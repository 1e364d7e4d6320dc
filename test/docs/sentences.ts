import fc, { type Arbitrary } from 'fast-check';
import type { Grammar, Part } from '../../scripts/docs/grammar/part.js';

/** Sentences of a grammar, as the pieces that stand in a file one after the other. */
export function sentencesOf(
  grammar: Grammar,
  start: string,
  tokens: Readonly<Record<string, Arbitrary<string>>>,
): Arbitrary<readonly string[]> {
  const rules: Record<string, Arbitrary<readonly string[]>> = {};
  const build = (part: Part): Arbitrary<readonly string[]> => {
    switch (part.kind) {
      case 'word':
        return fc.constant([part.text]);
      case 'token': {
        const found = tokens[part.name];
        if (found === undefined) throw new Error(`No examples of ${part.name}`);
        return found.map((text) => [text]);
      }
      case 'rule': {
        const body = grammar.get(part.name);
        if (body === undefined) throw new Error(`No rule ${part.name}`);
        rules[part.name] ??= build(body);
        return rules[part.name] as Arbitrary<readonly string[]>;
      }
      case 'sequence':
        return joined(fc.tuple(...part.parts.map(build)));
      case 'all':
        return joined(
          fc.tuple(...part.parts.map(build)).chain((parts) => fc.shuffledSubarray(parts, { minLength: parts.length })),
        );
      case 'choice':
        return fc.oneof(...part.parts.map(build));
      case 'optional':
        return fc.oneof(fc.constant<readonly string[]>([]), build(part.part));
      case 'repeat':
        return joined(fc.array(build(part.part), { maxLength: 3 }));
    }
  };
  return build({ kind: 'rule', name: start });
}

function joined(parts: Arbitrary<readonly (readonly string[])[]>): Arbitrary<readonly string[]> {
  return parts.map((some) => some.flat());
}
