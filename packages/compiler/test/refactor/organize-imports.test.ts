import { expect, it } from 'vitest';
import { organizeImports } from '../../src/refactor/organize-imports.js';
import { withEdits } from '../../src/text/edits.js';
import { programOf, uriOf } from '../check/check.js';

const uri = uriOf('main.failover');
const others = ['a', 'b', 'c'].map((name): [string, string] => [uriOf(`${name}.failover`), `let ${name} = "x"\n`]);

function organized(text: string): string {
  return withEdits(text, organizeImports(programOf(new Map([[uri, text], ...others])), uri));
}

const a = 'import "./a.failover"';
const b = 'import "./b.failover"';
const c = 'import "./c.failover"';
const both = 'sms "{a}{b}" from "A"\n';

it('keeps a declaration behind the last import out of a comment', () => {
  expect(organized(`${b} // about b\n${a} let x = "{a}{b}"\nsms "{x}" from "A"\n`)).toBe(
    `${a}\n${b} // about b\n\nlet x = "{a}{b}"\nsms "{x}" from "A"\n`,
  );
  expect(organized(`${c} // about c\r\n${a} sms "{a}" from "A"\r\n`)).toBe(
    `// about c\r\n${a}\r\n\r\nsms "{a}" from "A"\r\n`,
  );
});

it('parts imports that stand on one line', () => {
  expect(organized(`${b} ${a} // of a\n${both}`)).toBe(`${a} // of a\n${b}\n${both}`);
  expect(organized(`${b} ${a} ${both}`)).toBe(`${a}\n${b}\n\n${both}`);
});

it('leaves a declaration behind imports that are in order', () => {
  expect(organized(`${a}\n${b} ${both}`)).toBe(`${a}\n${b} ${both}`);
});

it('leaves no white space where no import is left', () => {
  expect(organized(`${c} sms "x" from "A"\n`)).toBe('sms "x" from "A"\n');
  expect(organized(`${c}\n \n  sms "x" from "A"\n`)).toBe('  sms "x" from "A"\n');
  expect(organized(`${c}  `)).toBe('');
});

it('leaves imports with marks of other languages between them', () => {
  for (const text of [`${b}; // b\n${a};\n${both}`, `${b} , ${a}\n${both}`]) expect(organized(text)).toBe(text);
});
