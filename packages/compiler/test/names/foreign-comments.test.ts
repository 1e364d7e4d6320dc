import { expect, it } from 'vitest';
import { programOf, uriOf } from '../check/check.js';

function codesOf(source: string): string[] {
  const uri = uriOf('main.failover');
  return programOf(new Map([[uri, source]]))
    .diagnostics(uri)
    .map(({ code }) => code)
    .sort();
}

it('a comment in foreign signs hides nothing of the step that it touches', () => {
  expect(codesOf('viber/*')).toEqual(['FO1011', 'FO2014', 'FO3022', 'FO4008']);
  expect(codesOf('viber /*\n')).toEqual(codesOf('viber/*'));
});
