import { format } from '@failover/compiler';
import { expect, test } from 'vitest';
import { memoryHost, programOf } from '../../../test/support/project.js';
import { starter } from '../src/starter.js';

/** What stands in the editor when no place of a snippet has been changed. */
function expanded(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}|\$\d/g, (_, text: string | undefined) => text ?? '')
    .replace(/\\(.)/g, '$1');
}

test('a new file compiles without a word, and stands as the formatter would have it', () => {
  const text = expanded(starter);
  const program = programOf(memoryHost({ 'new.failover': text }), ['new.failover']);
  expect(program.allDiagnostics()).toEqual([]);
  expect(text).toContain('viber "Your order {order} is ready."');
  const file = program.parsed(program.uris[0] ?? '');
  expect(file && format(file)).toBe(text);
});
