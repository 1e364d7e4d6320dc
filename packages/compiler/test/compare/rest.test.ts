import { expect, it } from 'vitest';
import { compareRest, FieldComparison } from '../../src/compare/compare-fields.js';
import { plain } from '../../src/compare/index.js';
import { requestOf } from '../../src/compare/request.js';
import { StepPair } from '../../src/compare/step-pair.js';
import { login, sideOf } from './changes.js';

it('says which field of the request has changed where there is no sentence for it', () => {
  const { program } = sideOf(login);
  const [flow] = program.roots.flatMap((uri) => program.flows(uri));
  const request = flow && requestOf(program, flow);
  const [step] = request?.steps ?? [];
  if (request === undefined || step === undefined) throw new Error('There is no step');
  const leaf = { key: '5', shown: '5', value: 5, known: true };
  const other = { ...step, fields: new Map([...step.fields, ['/message/fresh', leaf]]) };
  const comparison = new FieldComparison(new StepPair(request, request, step, other));
  compareRest(comparison);
  expect(comparison.changes.map(({ kind, sentence }) => [kind, plain(sentence)])).toEqual([
    ['field', 'viber sends another `/message/fresh`: `5` (was nothing)'],
  ]);
  expect([...comparison.open]).toEqual([]);
});
