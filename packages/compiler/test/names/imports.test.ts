import { describe, expect, it } from 'vitest';
import { Program } from '../../src/program.js';
import { acme, checkFile, uriOf } from '../check/check.js';

const flow = 'flow hello(to: phone) { sms "Hi" then voice say "Hi" lang en-US }';

describe('an import', () => {
  it('brings in the declarations of another file', () => {
    const { program } = checkFile(`import "./brand.failover"\n${flow}`, [], { files: { 'brand.failover': acme } });
    expect(program.uris).toEqual([uriOf('main.failover'), uriOf('brand.failover')]);
  });

  it('starts at the folder of its file', () => {
    checkFile(`import "./shared/brand.failover"\n${flow}`, [], {
      files: {
        'shared/brand.failover': 'import "../ids.failover"\nsender acme { sms "{name}" voice "302101234567" }',
        'ids.failover': 'let name = "ACME"',
      },
    });
  });

  it('brings in no settings', () => {
    checkFile(
      'import "./brand.failover"\nflow hello() { ⟦sms⟧ "Hi" then voice say "Hi" lang en-US }',
      [
        'FO2016: The flow `hello` does not say whom it reaches: add the parameter `to: phone`, or a `to`',
        'FO4023: No flow of this file uses `to` from here',
      ],
      { files: { 'brand.failover': `${acme}\n⟦to⟧ "+306912345678"` } },
    );
  });

  it('brings in nothing of what the other file imports', () => {
    checkFile(
      'import "./brand.failover"\n⟦sms⟧ "Hi" then sms "Ho"',
      [
        'FO2014: No sender is in scope for this step: add `from`, declare a sender or import one',
        'FO4015: Nothing in this file uses `./ids.failover`',
      ],
      { files: { 'brand.failover': 'import ⟦"./ids.failover"⟧', 'ids.failover': acme } },
    );
  });

  it('of a file twice brings in nothing more', () => {
    checkFile(
      `import "./brand.failover"\nimport ⟦"./x/../brand.failover"⟧\n${flow}`,
      ['FO4015: Nothing in this file uses `./x/../brand.failover`'],
      { files: { 'brand.failover': acme } },
    );
  });

  it('takes a path with spaces and other letters', () => {
    checkFile(`import "./μάρκα 1.failover"\n${flow}`, [], {
      files: { [`${encodeURIComponent('μάρκα 1')}.failover`]: acme },
    });
  });
});

describe('a path', () => {
  it('of a file that is not there is refused', () => {
    checkFile(`import ⟦"./band.failover"⟧\n${acme}\n${flow}`, ['FO2006: There is no file `./band.failover`']);
  });

  it.each([
    ['"brand.failover"', '`brand.failover`', '"./brand.failover"'],
    ['"./brand"', '`./brand`', '"./brand.failover"'],
    ['".\\\\brand.failover"', '`.\\brand.failover`', '"./brand.failover"'],
  ])('such as %s is refused, and mended', (path, shown, mended) => {
    const { fixes } = checkFile(`import ⟦${path}⟧\n${acme}\n${flow}`, [
      `FO2007: ${shown} is not a path for an import: it starts with \`./\` or \`../\` and ends in \`.failover\``,
    ]);
    expect(fixes.map(({ title }) => title)).toEqual([`Write \`${mended}\``]);
  });

  it.each(['"/brand.failover"', '"https://acme.com/brand.failover"', '""'])('such as %s is refused', (path) => {
    const { fixes, diagnostics } = checkFile(`import ⟦${path}⟧\n${acme}\n${flow}`, [
      `FO2007: \`${path.slice(1, -1)}\` is not a path for an import: it starts with \`./\` or \`../\` and ends in \`.failover\``,
    ]);
    expect(fixes).toEqual([]);
    expect(diagnostics).toHaveLength(1);
  });

  it('out of the project is refused', () => {
    checkFile(
      `import ⟦"../brand.failover"⟧\n${acme}\n${flow}`,
      ['FO2008: `../brand.failover` lies outside the project root'],
      { files: { '../brand.failover': acme } },
    );
  });

  it('that cannot be read is refused with the reason', () => {
    checkFile(
      `import ⟦"./brand.failover"⟧\n${acme}\n${flow}`,
      ['FO2010: `./brand.failover` cannot be read: it is not UTF-8'],
      { unreadable: { 'brand.failover': 'it is not UTF-8' } },
    );
  });

  it('at fault is all that is said: other names may come from there', () => {
    checkFile(
      `import ⟦"./brand.failover"⟧\nlet api = "{host}"\nflow a(to: phone) { viber template hi lang en then sms "{name}" from acme then sms "{api}" }`,
      ['FO2006: There is no file `./brand.failover`'],
    );
  });

  it('has no holes', () => {
    checkFile(`import "./⟦{brand}⟧.failover"\n${acme}\n${flow}`, ['FO2011: The path of an import cannot have a hole']);
  });
});

describe('imports in a circle', () => {
  const uses = (name: string) => `sms "{${name}}" from "ACME" then sms "Hi" from "ACME"`;

  it('are told once, where the circle closes', () => {
    checkFile(
      `import "./b.failover"\nlet a = "a"\n${uses('b')}`,
      ['FO2009: This import closes a circle: main.failover → b.failover → main.failover'],
      { files: { 'b.failover': `import ⟦"./main.failover"⟧\nlet b = "b"\n${uses('a')}` } },
    );
  });

  it('of three files are one circle', () => {
    checkFile(
      `import "./b.failover"\nlet a = "a"\n${uses('b')}`,
      ['FO2009: This import closes a circle: main.failover → b.failover → c.failover → main.failover'],
      {
        files: {
          'b.failover': `import "./c.failover"\nlet b = "b"\n${uses('c')}`,
          'c.failover': `import ⟦"./main.failover"⟧\nlet c = "c"\n${uses('a')}`,
        },
      },
    );
  });

  it('may be a file that imports itself', () => {
    checkFile(`import ⟦"./main.failover"⟧\n${acme}\n${flow}`, [
      'FO2009: This import closes a circle: main.failover → main.failover',
    ]);
  });

  it('are told with the names as they are written, as many as one reads', () => {
    const main = (path: string) => `import "${path}"\n${acme}\nlet hi = "{text0}"\n${uses('hi')}`;
    const last = 'import ⟦"./main.failover"⟧\nlet text';
    checkFile(
      main('./το μου.failover'),
      ['FO2009: This import closes a circle: main.failover → το μου.failover → main.failover'],
      { files: { [`${encodeURIComponent('το μου')}.failover`]: `${last}0 = "Hi"` } },
    );
    const files = Array.from({ length: 20 }, (_, index) => {
      const text = `import "./f${index + 1}.failover"\nlet text${index} = "{text${index + 1}}"`;
      return [`f${index}.failover`, text] as const;
    });
    checkFile(
      main('./f0.failover'),
      [
        'FO2009: This import closes a circle: main.failover → f0.failover → f1.failover → f2.failover → 18 more files → main.failover',
      ],
      { files: { ...Object.fromEntries(files), 'f20.failover': `${last}20 = "Hi"` } },
    );
  });

  it('are two faults where there are two circles', () => {
    checkFile(
      `import "./b.failover"\nimport "./c.failover"\nlet a = "a"\nsms "{b}" from "ACME" then sms "{c}" from "ACME"`,
      [
        'FO2009: This import closes a circle: main.failover → b.failover → main.failover',
        'FO2009: This import closes a circle: main.failover → c.failover → main.failover',
      ],
      {
        files: {
          'b.failover': `import ⟦"./main.failover"⟧\nlet b = "b"\n${uses('a')}`,
          'c.failover': `import ⟦"./main.failover"⟧\nlet c = "c"\n${uses('a')}`,
        },
      },
    );
  });
});

describe('a name from two files', () => {
  it('is refused at the second import', () => {
    checkFile(
      'import "./a.failover"\nimport ⟦"./b.failover"⟧\nsms "{api}" from "ACME" then sms "Hi" from "ACME"',
      ['FO2005: The let `api` also comes from `./a.failover`'],
      { files: { 'a.failover': 'let api = "a"', 'b.failover': 'let api = "b"' } },
    );
  });

  it('is refused where this file declares it', () => {
    const { diagnostics } = checkFile(
      `import "./a.failover"\nsender ⟦acme⟧ { sms "OTHER" voice "302101234567" }\n${flow}`,
      ['FO2005: The sender `acme` also comes from `./a.failover`'],
      { files: { 'a.failover': acme } },
    );
    expect(diagnostics[0]?.related).toMatchObject([{ uri: uriOf('a.failover'), message: 'the other one is here' }]);
  });

  it('may be a flow: flows are not imported', () => {
    checkFile(`import "./a.failover"\n${flow}`, [], { files: { 'a.failover': `${acme}\n${flow}` } });
  });
});

it('asks the host once for each file', () => {
  const asked: string[] = [];
  const files = new Map([
    [uriOf('a.failover'), 'import "./c.failover"\nimport "./d.failover"'],
    [uriOf('b.failover'), 'import "./c.failover"'],
    [uriOf('c.failover'), acme],
  ]);
  const read = (uri: string) => {
    asked.push(uri);
    const text = files.get(uri);
    return text === undefined ? ({ problem: 'missing' } as const) : { text };
  };
  const program = new Program({ read }, [uriOf('a.failover'), uriOf('b.failover'), uriOf('a.failover')]);
  program.allDiagnostics();
  program.allDiagnostics();
  expect(asked.toSorted()).toEqual(['a', 'b', 'c', 'd'].map((name) => uriOf(`${name}.failover`)));
});

it('goes through a chain of imports that is longer than the call stack is deep', () => {
  const last = 12_000;
  const read = (uri: string) => {
    const number = Number(/(\d+)\.failover$/.exec(uri)?.[1]);
    return { text: number === last ? acme : `import "./${number + 1}.failover"` };
  };
  const program = new Program({ read }, [uriOf('0.failover')]);
  expect(program.uris).toHaveLength(last + 1);
  expect(program.allDiagnostics().filter(({ code }) => code !== 'FO4015')).toEqual([]);
});
