import { describe, expect, test } from 'vitest';
import { fc, runs } from '../../../test/support/fast-check.js';
import { Program } from '../src/program.js';
import { endOf } from '../src/text/span.js';
import { seen } from './seen.js';

const folder = 'file:///p/';

/** A program over texts that a test changes, by name. */
function programOf(texts: Map<string, string>): Program {
  const read = (uri: string) => {
    const text = texts.get(uri.slice(folder.length));
    return text === undefined ? ({ problem: 'missing' } as const) : { text };
  };
  return new Program({ read }, urisOf(texts), { root: folder.slice(0, -1) });
}

function urisOf(texts: ReadonlyMap<string, string>): string[] {
  return [...texts.keys()].map((name) => folder + name);
}

const brand = `let api = "https://acme.com"
sender acme {
  viber "0094d198-4dd2-4fb5-b451-d46aca191b27"
  sms "ACME"
}
template otp(pin: text(4..10)) "0aac888f-2ee2-4112-9659-1755a951966a" {
  category otp
  lang en "Your code is {pin}."
}
`;
const login = `import "./brand.failover"

let page = "{api}/login"
callback "{page}" on step

flow first(to: phone, pin: text(4..10)) {
  viber template otp lang en ttl 2m on expired, failed
  then sms "Your code is {pin} {page}" ttl 5m
}

// between
flow second {
  sms "A text of {name}, who is not known"
}

flow third(to: phone) {
  sms "One" ttl 5m on expired
  then sms "One"
}
`;

function files(): Map<string, string> {
  return new Map([
    ['brand.failover', brand],
    ['login.failover', login],
    ['other.failover', 'import "./brand.failover"\n\nflow other(to: phone) {\n  sms "{api}" ttl 5m\n}\n'],
  ]);
}

describe('a program after an edit', () => {
  test('looks at the flow that was edited, and takes the others over', () => {
    const texts = files();
    const before = programOf(texts);
    const [first, , third] = before.flows(`${folder}login.failover`);
    texts.set('login.failover', login.replace('A text', 'Text'));
    const after = before.after([`${folder}login.failover`]);
    const flows = after.flows(`${folder}login.failover`);
    expect(flows[0]).toBe(first);
    expect(flows[2]).not.toBe(third);
    expect(flows[2]?.node).toBe(third?.node);
    expect(seen(after)).toEqual(seen(programOf(texts)));
  });

  test('follows a change of what is imported, and of a file that was missing', () => {
    const texts = files();
    texts.delete('brand.failover');
    let program = programOf(texts);
    seen(program);
    for (const text of [brand, brand.replace('lang en "', 'lang el "'), brand.replace('https', 'http'), undefined]) {
      if (text === undefined) texts.delete('brand.failover');
      else texts.set('brand.failover', text);
      program = program.after([`${folder}brand.failover`], urisOf(texts));
      expect(seen(program)).toEqual(seen(programOf(texts)));
    }
  });

  test('is the same as a new one, edit after edit', () => {
    const piece = fc.constantFrom(
      ...[
        '',
        ' ',
        '\n',
        '}',
        '{',
        '"',
        'x',
        '//',
        '// failover-ignore FO4001',
        'ttl 5m',
        'on failed',
        '{pin}',
        '{api}',
        'import',
      ],
      ...[
        'flow a {\n  sms "x"\n}\n',
        'let api = "x"\n',
        'import "./other.failover"\n',
        'to {to}\n',
        'from acme\n',
        'sender b { sms "B" }\n',
      ],
    );
    const edit = fc.record({
      file: fc.nat(2),
      at: fc.nat(),
      removed: fc.nat(12),
      inserted: piece,
      undone: fc.boolean(),
      looked: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const texts = files();
        let program = programOf(texts);
        seen(program);
        for (const { file, at, removed, inserted, undone, looked } of edits) {
          const name = [...texts.keys()][file] ?? '';
          const text = texts.get(name) ?? '';
          const offset = at % (text.length + 1);
          texts.set(name, text.slice(0, offset) + inserted + text.slice(offset + removed));
          program = program.after([folder + name]);
          if (looked) expect(seen(program), texts.get(name)).toEqual(seen(programOf(texts)));
          else program.parsed(folder + name);
          if (!undone) continue;
          texts.set(name, text);
          program = program.after([folder + name]);
        }
        expect(seen(program)).toEqual(seen(programOf(texts)));
      }),
      runs(100),
    );
  });

  test('asks a flow without the others', () => {
    const program = programOf(files());
    const uri = `${folder}login.failover`;
    const flow = program.flowAt(uri, login.indexOf('One'));
    expect(flow?.name).toBe('third');
    expect(program.flowAt(uri, login.indexOf('// between'))).toBeUndefined();
    expect(flow).toBe(program.flows(uri)[2]);
    expect(program.flowAt(uri, endOf(flow?.node ?? { offset: 0, length: 0 }))).toBe(flow);
  });
});
