import { endOf, format, lineBreakOf, parse, type Span } from '@failover/compiler';
import { describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import { leastRatio } from '../../../../test/support/least-ratio.js';
import { formatting, onTypeFormatting, rangeFormatting } from '../../src/features/formatting.js';
import type { Snapshot } from '../../src/workspace/snapshot.js';
import { snapshotOf } from '../support/marked.js';
import { atEveryOffset, ofEveryPrefix } from './every-place.js';

function applied({ document }: Snapshot, edits: readonly TextEdit[]): string {
  const spans = edits.map(({ range, newText }) => ({ ...document.spanOf(range), newText }));
  let end = document.text.length + 1;
  let text = document.text;
  for (const { offset, length, newText } of spans.toSorted((a, b) => b.offset - a.offset)) {
    expect(offset + length, 'edits overlap').toBeLessThanOrEqual(end);
    end = offset;
    text = text.slice(0, offset) + newText + text.slice(offset + length);
  }
  return text;
}

function sourceOf(text: string, span: Span): string {
  return text.slice(span.offset, endOf(span));
}

async function whole(source: string) {
  const snapshot = await snapshotOf(source);
  return applied(snapshot, formatting(snapshot));
}

/** The text after what stands between ⟦ and ⟧ was formatted. */
async function stretch(source: string) {
  const snapshot = await snapshotOf(source);
  const [place] = snapshot.marked.places;
  if (place === undefined) throw new Error('No place is marked');
  return applied(snapshot, rangeFormatting(snapshot, place));
}

/** The text after a character was typed right before the cursor. */
async function typed(source: string, character = '\n') {
  const snapshot = await snapshotOf(source);
  return applied(snapshot, onTypeFormatting(snapshot, snapshot.cursor, character));
}

describe('formatting', () => {
  it('touches only the lines that change', async () => {
    const source = 'let a = "x"\nflow f {\n  sms   "x"\n  then sms "y"\n}\n';
    const snapshot = await snapshotOf(source);
    const edits = formatting(snapshot);
    expect(applied(snapshot, edits)).toBe('let a = "x"\n\nflow f {\n  sms "x"\n  then sms "y"\n}\n');
    expect(edits.map(({ range }) => [range.start.line, range.end.line])).toEqual([
      [1, 1],
      [2, 3],
    ]);
  });

  it('keeps CRLF, and says nothing of what is well', async () => {
    expect(await whole('let   a = "x"\r\nlet b = "y"\r\n')).toBe('let a = "x"\r\nlet b = "y"\r\n');
    expect(formatting(await snapshotOf('let a = "x"\r\n'))).toEqual([]);
  });

  it('leaves a declaration with a fault as it is', async () => {
    expect(await whole('let   a = "x"\nflow f {\n sms   then\n}\n')).toBe('let a = "x"\nflow f {\n sms   then\n}\n');
  });

  it(
    'gives what the compiler gives, for any file',
    () =>
      ofEveryPrefix((snapshot) => {
        const start = snapshot.document.text.startsWith('\ufeff') ? '\ufeff' : '';
        const lineBreak = /^[^\n]*\r\n/.test(snapshot.document.text) ? '\r\n' : '\n';
        expect(applied(snapshot, formatting(snapshot))).toBe(
          start + format(snapshot.parsed).replace(/\r?\n/g, lineBreak),
        );
      }),
    60_000,
  );
});

describe('range formatting', () => {
  it('formats the declarations that it touches', async () => {
    const source = (mark: (text: string) => string) =>
      `let  a = "x"\n${mark('let  b = "y"')}\nflow f {\n   sms "{a}"\n}\n`;
    expect(await stretch(source((text) => `⟦${text}⟧`))).toBe('let  a = "x"\nlet b = "y"\nflow f {\n   sms "{a}"\n}\n');
  });

  it('formats a flow of which a part is meant, and its indentation', async () => {
    expect(await stretch('let  a = "x"\n\n  flow f {\n   sms ⟦"{a}"⟧\n  }\n')).toBe(
      'let  a = "x"\n\nflow f {\n  sms "{a}"\n}\n',
    );
  });

  it('leaves all alone where nothing can be told apart', async () => {
    expect(await stretch('let  a = "x"\n⟦}⟧ let  b = "y"\n')).toBe('let  a = "x"\n} let  b = "y"\n');
  });
});

describe('range formatting of any file', () => {
  it(
    'gives each declaration as formatting the file does, and adds no fault',
    () =>
      ofEveryPrefix((snapshot) => {
        const { document, parsed, uri } = snapshot;
        const text = applied(snapshot, rangeFormatting(snapshot, { offset: 0, length: document.text.length }));
        const ranged = parse(uri, text);
        expect(ranged.diagnostics.map(({ code }) => code)).toEqual(parsed.diagnostics.map(({ code }) => code));
        const whole = parse(uri, format(parsed).replace(/\r?\n/g, lineBreakOf(document.text)));
        if (parsed.diagnostics.length > 0) return;
        expect(ranged.tree.items.map((item) => sourceOf(text, item))).toEqual(
          whole.tree.items.map((item) => sourceOf(whole.text, item)),
        );
      }),
    60_000,
  );

  it('costs what the declaration costs, however long the file is', async () => {
    const flow = 'flow f {\n  sms "x" on failed\n  then sms   "y"\n}\n';
    const short = await snapshotOf(flow);
    const long = await snapshotOf(flow.repeat(1_000));
    const end = { offset: flow.length - 2, length: 0 };
    expect(rangeFormatting(long, end)).toEqual(rangeFormatting(short, end));
    const tenTimes = (snapshot: Snapshot) => () => {
      for (let count = 0; count < 10; count++) rangeFormatting(snapshot, end);
    };
    // A thousand times the flows; only finding the declaration grows.
    expect(leastRatio(tenTimes(short), tenTimes(long), 2, 40)).toBeLessThan(40);
  });
});

describe('on type', () => {
  it('formats the declaration that a brace closes', async () => {
    expect(await typed('let  a = "x"\nflow f {\nsms   "{a}"\n}‸\n', '}')).toBe(
      'let  a = "x"\nflow f {\n  sms "{a}"\n}\n',
    );
  });

  it('waits while something is at fault, and at a brace that closes nothing', async () => {
    for (const source of ['flow f {\nsms   ttl\n}‸\n', 'flow f {\nsms   "{a}‸"\n}\n', 'sms   "x"\n}‸\n']) {
      expect(await typed(source, '}')).toBe(source.replace('‸', ''));
    }
  });

  it('indents a new line', async () => {
    expect(await typed('flow f {\n‸\n}\n')).toBe('flow f {\n  \n}\n');
    expect(await typed('flow f {\n  sms "x"\n‸\n}\n')).toBe('flow f {\n  sms "x"\n  \n}\n');
    expect(await typed('flow f(\n‸\n) {\n}\n')).toBe('flow f(\n  \n) {\n}\n');
    expect(await typed('flow f {\n  sms "x"\n    ‸\n}\n')).toBe('flow f {\n  sms "x"\n    \n}\n');
    expect(await typed('flow f { // why\r\n‸\r\n}\r\n')).toBe('flow f { // why\r\n  \r\n}\r\n');
  });

  it('goes on with a documentation', async () => {
    expect(await typed('/// One\n‸\nlet a = "x"')).toBe('/// One\n/// \nlet a = "x"');
    expect(await typed('/// One\n///\n‸\nlet a = "x"')).toBe('/// One\n///\n\nlet a = "x"');
  });

  it('leaves the lines of a text and of who writes on', async () => {
    for (const source of ['sms """\n  a\n‸\n  """', 'flow f {\n‸sms "x"\n}\n']) {
      expect(await typed(source)).toBe(source.replace('‸', ''));
    }
  });

  it(
    'never adds a fault',
    () =>
      atEveryOffset((snapshot, offset) => {
        const before = snapshot.parsed.diagnostics.length;
        for (const character of ['}', '\n']) {
          const edits = onTypeFormatting(snapshot, offset, character);
          if (edits.length === 0) continue;
          expect(parse(snapshot.uri, applied(snapshot, edits)).diagnostics.length).toBeLessThanOrEqual(before);
        }
      }, 9),
    60_000,
  );
});
