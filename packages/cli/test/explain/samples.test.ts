import path from 'node:path';
import { errorsBehind, storyOf } from '@failover/compiler/story';
import { describe, expect, test } from 'vitest';
import { main, programOfSample, samplesIn } from '../../../../test/support/corpus.js';
import { folderHost, programOf, uriOf } from '../../../../test/support/project.js';
import { mermaid } from '../../src/explain/mermaid.js';
import { readDiagram } from './diagram.js';
import { markdownOf, textOf } from './told.js';

const root = path.resolve(import.meta.dirname, '../../../..');
const samples = samplesIn(path.join(root, 'test/corpus'));

/** What does not get into a sentence by anybody's will. */
const mishaps = /undefined|NaN|\[object|null\b| {2,}\S.* {2}|\.\.(?!\.)| ,| \./;

describe.each(samples)('$name', (sample) => {
  const toldAll = () => {
    const program = programOfSample(sample);
    return program.flows(uriOf(main)).map((flow) => {
      const story = storyOf(program, flow);
      const texts = [textOf(story), markdownOf(story), mermaid([story])];
      return { story, texts, isSound: errorsBehind(program, flow).length === 0 };
    });
  };
  const all = toldAll();

  test('is told, with faults or without, the same each time', () => {
    expect(toldAll()).toEqual(all);
    for (const { story } of all) {
      expect(JSON.parse(JSON.stringify(story))).toEqual(story);
      expect(readDiagram(mermaid([story])).boxes.size).toBeGreaterThanOrEqual(story.steps.length);
    }
  });

  test('is told in whole sentences', () => {
    for (const { story, texts, isSound } of all) {
      if (!isSound) continue;
      expect(story.steps.every(({ isReached }) => isReached)).toBe(true);
      // What stands in the author's own texts is the author's.
      const own = texts[0]?.split('\n').filter((line) => /^ {2,3}[A-Z]/.test(line) && !line.includes('“')) ?? [];
      expect(own.filter((line) => mishaps.test(line))).toEqual([]);
    }
  });
});

describe('the examples', () => {
  test.each([
    ['sign-in', 'login.failover'],
    ['order-shipped', 'order-shipped.failover'],
    ['promotion', 'promotion.failover'],
    ['appointment-reminder', 'appointment-reminder.failover'],
    ['environments', 'status.failover'],
    ['bind', 'login.failover'],
  ])('%s is told', (folder, file) => {
    const program = programOf(folderHost(path.join(root, 'examples', folder)), [file]);
    const [flow] = program.flows(uriOf(file));
    if (flow === undefined) throw new Error('There is no flow');
    const { steps, parameters } = storyOf(program, flow);
    const text = textOf(storyOf(program, flow));
    for (const { order } of steps) expect(text).toContain(`\n${order}. `);
    for (const { name } of parameters) expect(text).toContain(`\n  ${name}\n`);
    expect(text).not.toMatch(/undefined|NaN|nothing uses it/);
  });
});
