import { expect, test } from 'vitest';
import { loadGrammar } from './grammar.js';

const markdown = {
  scopeName: 'text.html.markdown',
  patterns: [{ match: '^#.*$', name: 'markup.heading' }],
};

async function coloursOf(text: string): Promise<string[]> {
  const grammar = await loadGrammar('text.html.markdown', { 'text.html.markdown': markdown });
  return grammar.colours(text).map((part) => `${part.class} ${part.text}`);
}

test('colours a fenced block of failover in Markdown, and nothing around it', async () => {
  const text = ['# sms "a"', '', '```failover', 'sms "a" ttl 5m', 'then voice say "b"', '```', '', 'then sms "c"'];
  expect(await coloursOf(text.join('\n'))).toEqual([
    ...['channel sms', 'text "a"', 'clause ttl', 'duration 5m'],
    ...['control then', 'channel voice', 'clause say', 'text "b"'],
  ]);
});

test('ends a block at its own fence, also while a text in it is not closed', async () => {
  const text = ['~~~~failover', 'sms """', '~~~~', 'then sms "c"'];
  expect(await coloursOf(text.join('\n'))).toEqual(['channel sms', 'text """']);
});

test('leaves blocks of other languages alone', async () => {
  expect(await coloursOf('```failoverish\nsms "a"\n```\n```json\nsms "a"\n```')).toEqual([]);
});
