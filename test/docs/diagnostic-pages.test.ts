import { catalog, format, parse, type Span } from '@failover/compiler';
import { describe, expect, test } from 'vitest';
import { uriOf } from '../support/project.js';
import { bundleOf, flowsOf, programOfExample, type Remark, remarksOn } from './example.js';
import { type Block, readPages } from './page.js';

const pages = readPages();
const definitions = new Map(catalog.map((definition) => [definition.code, definition]));

/** As one wants to read it when a test fails. */
function lines(remarks: readonly Remark[]): string[] {
  return remarks.map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
}

test('each code has a page, and each page a code', () => {
  expect(pages.map(({ name }) => name)).toEqual([...definitions.keys()].sort());
});

describe.each(pages)('$name', ({ name, code, title, prose, wrong, right }) => {
  const severity = definitions.get(name)?.severity;

  test('has the heading of the catalog, and says what it means', () => {
    expect({ code, title }).toEqual({ code: name, title: definitions.get(name)?.title });
    expect(prose).toMatch(/^[A-Z`][\s\S]+[.)]$/);
  });

  test('the wrong example shows it, and nothing else', () => {
    const found = remarksOn(wrong);
    expect(found).not.toEqual([]);
    expect(lines(found.filter((remark) => remark.code !== name || remark.severity !== severity))).toEqual([]);
  });

  test('there is nothing to say about the right example', () => {
    expect(right).not.toEqual([]);
    expect(lines(remarksOn(right))).toEqual([]);
  });

  test('the right example is laid out as the formatter does', () => {
    for (const { text } of right.filter(({ language }) => language === 'failover')) {
      expect(format(parse(uriOf('main.failover'), text))).toBe(text);
    }
  });
});

describe.each(pages.filter(({ name }) => name.startsWith('FO4')))('$name', ({ name, text, wrong }) => {
  const severity = definitions.get(name)?.severity;
  // No comment silences what is about such comments.
  const isSilenced = name !== 'FO4016';

  test('says how it is configured', () => {
    const [, configure = ''] = text.split(/^## Configure\n/m);
    expect(configure).toContain(`{ "rules": { "${name}": "off" } }`);
    expect(configure).toContain(`Without the line it is \`${severity}\`.`);
    expect(new RegExp(`^// failover-ignore ${name}: \\w`, 'm').test(configure)).toBe(isSilenced);
  });

  test(`is ${isSilenced ? '' : 'not '}silenced by a comment before the step or declaration`, () => {
    const codes = remarksOn(withIgnore(wrong, name)).map(({ code }) => code);
    if (isSilenced) expect(codes).toEqual([]);
    else expect(codes).toContain(name);
  });
});

/** The example with an ignore comment before the step, setting or declaration at which the diagnostic stands. */
function withIgnore(blocks: readonly Block[], code: string): Block[] {
  const [first] = programOfExample(blocks).program.allDiagnostics();
  if (first === undefined) return [...blocks];
  return blocks.map((block) => {
    if (uriOf(block.name ?? 'main.failover') !== first.uri) return block;
    const parts = parse(first.uri, block.text).tree.items.flatMap((item): readonly Span[] => {
      if (item.kind === 'chain') return item.steps;
      return item.kind === 'flow' ? [item, ...item.settings, ...(item.chain?.steps ?? [])] : [item];
    });
    const part = parts.findLast(({ offset, length }) => offset <= first.offset && first.offset < offset + length);
    const at = part?.offset ?? 0;
    return { ...block, text: `${block.text.slice(0, at)}\n// failover-ignore ${code}: shown\n${block.text.slice(at)}` };
  });
}

test('a bundle on a page is the one of the flow beside it', () => {
  const shown = pages.filter(({ right }) => bundleOf(right) !== undefined);
  expect(shown).not.toEqual([]);
  for (const { right } of shown) {
    const { program } = programOfExample(right);
    expect(flowsOf(program).map((flow) => JSON.stringify(program.bundle(flow)))).toEqual([
      JSON.stringify(bundleOf(right)),
    ]);
  }
});
