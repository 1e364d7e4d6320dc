import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/syntax/parse.js';
import { outline } from './outline.js';

/** Every production of the grammar: a heading, then sources, each followed by the outline of its tree after an arrow. */
const [, ...sections] = readFileSync(path.join(import.meta.dirname, 'trees.txt'), 'utf8').split(/^# /m);
const productions = sections.map((section) => {
  const [name = '', ...lines] = section.trimEnd().split('\n');
  const examples = lines
    .join('\n')
    .split(/(?<=\n {2}→ .*)\n/)
    .map((example) => example.split('\n  → '));
  return { name, examples };
});

describe.each(productions)('$name', ({ examples }) => {
  test.each(examples)('%s', (source = '', tree) => {
    const parsed = parse('memory:/a.failover', source);
    expect(parsed.diagnostics).toEqual([]);
    expect(parsed.tree.items.map(outline).join(' ')).toBe(tree);
  });
});
