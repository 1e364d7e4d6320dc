import { describe, expect, it } from 'vitest';
import { fc } from '../../../../test/support/fast-check.js';
import { mermaid } from '../../src/explain/mermaid.js';
import { readDiagram } from './diagram.js';
import { everywhere, storyIn, storyWith } from './told.js';

describe('the diagram of a flow', () => {
  it('has a box for each step, and where each outcome leads', () => {
    const source =
      'flow hello { viber "a" ttl 2m on expired, failed then voice say "b" lang en-US on busy, completed then sms "c" }';
    const { boxes, arrows } = readDiagram(mermaid([storyIn(source)]));
    expect(Object.fromEntries(boxes)).toEqual({
      start: 'hello',
      s1: 'Viber, at once\na',
      s1reached: 'Reached, nothing more is sent',
      s1ends: 'Ends here, not reached',
      s2: 'Call, after 2 minutes at the latest\nb',
      s2ends: 'Ends here, not reached',
      s3: 'SMS, after 2 minutes and the time of a call at the latest\nc',
      done: 'All is over after 20 hours 2 minutes and the time of a call at the latest',
    });
    expect(arrows).toEqual([
      'start → s1',
      's1 → s2: it is not delivered within 2 minutes or Viber refuses it',
      's1 → s1reached: it is delivered',
      's1 → s1ends: the person cannot be reached on Viber',
      's2 → s3: the line is busy or the call is answered and ends normally',
      's2 → s2ends: nobody picks up, the call cannot be placed, is never placed or is cut off',
      's3 → done',
    ]);
  });

  it('shows several flows as parts of one', () => {
    const { boxes, parts } = readDiagram(mermaid([storyIn('flow a { sms "x" }'), storyIn('flow end { sms "y" }')]));
    expect(parts).toEqual(['a', 'end']);
    expect([...boxes.keys()]).toEqual(['f1start', 'f1s1', 'f1done', 'f2start', 'f2s1', 'f2done']);
  });

  it.each([
    '"] --> x; click s1 "javascript:alert(1)"',
    '<b>&amp;</b> #quot; #35; `**a**` %%{init: {}}%%',
    'a|b]) end subgraph\n\n---\ntitle: x\n---',
    'style s1 fill:#f00; 👩‍👩‍👧 Καλημέρα',
  ])('means nothing by %j', (text) => {
    const { boxes } = readDiagram(mermaid([storyWith('flow PLACE { sms "PLACE" }', text)]));
    const shown = text.replace(/\s+/g, ' ');
    expect(boxes.get('start')).toBe(shown);
    expect(boxes.get('s1')).toBe(`SMS, at once\n${shown}`);
  });

  it('means nothing by any text, wherever it stands', () => {
    const text = fc.string({ unit: fc.constantFrom(...'"`\'[](){}<>|#;&%=-~*_\\/:@ \n\r\t\u0000\u202e\ud83d字a1') });
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (one) => {
        const { boxes } = readDiagram(mermaid([storyWith(everywhere, `x${one}`)]));
        expect(boxes.size).toBeGreaterThan(6);
      }),
    );
  });

  it('shows the start of a long text', () => {
    const { boxes } = readDiagram(mermaid([storyIn(`sms "${'word '.repeat(200)}"`)]));
    expect(boxes.get('s1')?.length).toBeLessThan(100);
    expect(boxes.get('s1')).toMatch(/…$/);
  });
});
