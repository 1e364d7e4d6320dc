import { describe, test } from 'vitest';
import { formats, formatsSteps } from './formats.js';

describe('a comment at the end of a line', () => {
  test('stays at the end of what it follows', () => {
    formats('let a = "1"   // one\nlet b = "2" // two', 'let a = "1" // one\nlet b = "2" // two\n');
    formats(
      'sender a { // brand\n sms "A" // sms\n viber "B" } // end\n// next\nto {a} // to',
      'sender a { // brand\n  viber "B"\n  sms "A" // sms\n} // end\n\n// next\nto {a} // to\n',
    );
  });

  test('does not count as part of a line that has to fit', () => {
    const comment = `// ${'why '.repeat(30).trim()}`;
    formats(`sms "a" ttl 2m then sms "b" ${comment}`, `sms "a" ttl 2m then sms "b" ${comment}\n`);
  });

  test('of a step on one line is about the step', () => {
    formatsSteps('sms "a" on failed ttl 5m // why\n then sms "b"', 'sms "a" ttl 5m on failed // why\nthen sms "b"');
  });

  test('of a step on several lines goes with its clause', () => {
    formatsSteps(
      'sms "a" // text\n on failed // on\n ttl 5m // ttl\n',
      'sms "a" // text\n  ttl 5m // ttl\n  on failed // on',
    );
    formatsSteps('sms "a" on failed\n ttl 5m // ttl\n', 'sms "a"\n  ttl 5m // ttl\n  on failed');
  });

  test('amid a line goes to its end', () => {
    formats('let // one\n a = "1"', 'let a = "1" // one\n');
    formatsSteps('then // first\n sms "a"'.replace('then ', 'sms "0" then '), 'sms "0"\nthen sms "a" // first');
  });

  test('amid a line goes before it when there are several', () => {
    formats('// zero\nlet // one\n a // two\n = "1" // three', '// one\n// two\n// zero\nlet a = "1" // three\n');
  });
});

describe('a comment on a line of its own', () => {
  test('stays before what follows it', () => {
    formatsSteps(
      '// zero\n sms "a"\n // one\n on failed\n /// two\n ttl 5m\n // three\n then sms "b"\n // end\n',
      '// zero\nsms "a"\n  /// two\n  ttl 5m\n  // one\n  on failed\n// three\nthen sms "b"\n// end',
    );
    formats(
      'template a "1" { // head\n // el\n lang el\n // category\n category otp\n // end\n}',
      'template a "1" { // head\n  // category\n  category otp\n  // el\n  lang el\n  // end\n}\n',
    );
    formats(
      'flow f {\n // to\n to {a}\n // from\n from b\n // step\n sms "x" }',
      'flow f {\n  // from\n  from b\n  // to\n  to {a}\n\n  // step\n  sms "x"\n}\n',
    );
  });

  test('goes before a line that it stood amid', () => {
    formats('let\n// one\na = "1"', '// one\nlet a = "1"\n');
    formatsSteps('sms\n// one\n"a" ttl 2m', '// one\nsms "a" ttl 2m');
  });

  test('keeps the steps of a file on lines of their own', () => {
    formats('sms "a"\n// two\nthen sms "b"', 'sms "a"\n// two\nthen sms "b"\n');
    formats('// one\nsms "a"\nthen sms "b"', '// one\nsms "a" then sms "b"\n');
    formats('sms "a"\nthen sms "b" // two', 'sms "a"\nthen sms "b" // two\n');
  });

  test('stands at the end of the file', () => {
    formats('sms "a"\n\n\n// end\n// of file\n\n', 'sms "a"\n\n// end\n// of file\n');
  });

  test('that silences a diagnostic stays right before what it silences', () => {
    formats(
      '// failover-ignore FO4003: so\nflow // f\n f // g\n { sms "a" // h\n // failover-ignore FO4001: so\n then // i\n // j\n sms "b" }',
      `// f
// failover-ignore FO4003: so
flow f { // g
  sms "a" // h
  // i
  // j
  // failover-ignore FO4001: so
  then sms "b"
}
`,
    );
  });
});

describe('a comment of another language', () => {
  test('stays as it is between declarations', () => {
    formats(
      '# one\nlet a = "1" /* two */ // three\n/* four\r\n   five */ let b = "2"',
      '# one\nlet a = "1" /* two */ // three\n/* four\n   five */\nlet b = "2"\n',
    );
  });
});
