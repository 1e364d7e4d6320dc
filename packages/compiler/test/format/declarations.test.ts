import { describe, expect, test } from 'vitest';
import { formats, formatted } from './formats.js';

const brand = `// brand.failover
sender acme {
  viber "0094d198-4dd2-4fb5-b451-d46aca191b27"
  sms "ACME"
  voice "302101234567"
}

/// One-time password, approved wording.
template otp(pin: text(4..10)) "0aac888f-2ee2-4112-9659-1755a951966a" {
  category otp
  lang en "Your code is {pin}."
  lang el "Ο κωδικός σας είναι {pin}."
}
`;

const login = `// login.failover
import "./brand.failover"

let api = "https://api.acme.com"

/// Sign-in code: Viber, then SMS, then a call.
flow login-code(to: phone, pin: text(4..10)) {
  callback "{api}/failover" on step

  viber template otp lang en ttl 2m on expired, failed, undelivered
  then sms "Your code is {pin}" ttl 5m on failed, undelivered
  then voice say "Your code is {pin}" lang en-US repeat 2
}
`;

describe('the tour', () => {
  test('is formatted', () => {
    formats(brand, brand);
    formats(login, login);
  });

  test('is formatted from one line of each file', () => {
    const [heading = '', ...lines] = login.split('\n');
    const inOneLine = lines.filter((line) => !line.startsWith('///')).join(' ');
    expect(formatted(`${heading}\n${inOneLine}`)).toBe(login.replace(/\/\/\/.*\n/, ''));
  });
});

describe('a file', () => {
  test('without anything in it is empty', () => {
    formats('', '');
    formats('\ufeff \r\n\t\n', '');
  });

  test('of comments keeps them', () => {
    formats('\n\n//  a  \n\n\n/// b\r\n// c', '//  a\n\n/// b\n// c\n');
  });

  test('has neither a byte order mark nor CRLF, and ends in a line break', () => {
    formats('\ufefflet a = "1"\r\nlet b = "2"', 'let a = "1"\nlet b = "2"\n');
  });
});

describe('blank lines', () => {
  test('stand after the imports', () => {
    formats(
      'import "./a.failover" import "./b.failover" let a = "1"',
      'import "./a.failover"\nimport "./b.failover"\n\nlet a = "1"\n',
    );
  });

  test('are the author’s between lines of declarations, at most one', () => {
    const source = 'let a = "1"\n\n\n\nlet b = "2"\nto {b}\n\ncallback {a}\ntemplate c "1"\ntemplate d "2"\n';
    formats(source, source.replace('\n\n\n\n', '\n\n'));
  });

  test('stand around blocks and before the steps', () => {
    formats(
      'let a = "1"\nsender b { sms "B" }\ntemplate c "1" { lang en }\nlet d = "2"\nflow e { sms "x" }\nto {d}\nsms "x"\n',
      `let a = "1"

sender b {
  sms "B"
}

template c "1" {
  lang en
}

let d = "2"

flow e {
  sms "x"
}

to {d}

sms "x"
`,
    );
  });

  test('stand before the comments of a block, unless the author has one after them', () => {
    formats('let a = "1"\n// b\nsender b { sms "B" }', 'let a = "1"\n\n// b\nsender b {\n  sms "B"\n}\n');
    formats('let a = "1"\n// a\n\n\nsender b { sms "B" }', 'let a = "1"\n// a\n\nsender b {\n  sms "B"\n}\n');
  });
});

describe('a sender', () => {
  test('has its channels in one order, those that stand twice in theirs', () => {
    formats(
      'sender a{voice "1" sms "2" viber "3" sms "1"}',
      'sender a {\n  viber "3"\n  sms "2"\n  sms "1"\n  voice "1"\n}\n',
    );
  });

  test('may be empty', () => {
    formats('sender a\n{\n}', 'sender a {}\n');
    formats('sender a {\n// soon\n}', 'sender a {\n  // soon\n}\n');
    formats('sender a { // soon\n}', 'sender a { // soon\n}\n');
  });
});

describe('a template', () => {
  test('has its category first and its languages in the order of the author', () => {
    formats(
      'template a "1" { lang el "β" lang en category otp }',
      'template a "1" {\n  category otp\n  lang el "β"\n  lang en\n}\n',
    );
  });

  test('has no empty body', () => {
    formats('template a() "1" { }', 'template a() "1"\n');
    formats('template a "1" {\n  // soon\n}', '// soon\ntemplate a "1"\n');
  });

  test('may have an id of several lines', () => {
    formats('template a "1\\n2" { lang en }', 'template a """\n  1\n  2\n  """ {\n  lang en\n}\n');
  });
});

describe('parameters', () => {
  test('stand on one line', () => {
    formats(
      'template a(\n b:text( ..040 )="x",c : int(1..)\n= 007 , d: lang( en,el ), e: text(..), ) "1"',
      'template a(b: text(..40) = "x", c: int(1..) = 7, d: lang(en, el), e: text(..)) "1"\n',
    );
  });

  test('stand on a line each when they do not fit', () => {
    const long = (name: string) => `${name}: text(4..10) = "${name}"`;
    formats(
      `flow f(${long('first-name')}, ${long('last-name')}, ${long('customer_number')}) { sms "x" }`,
      `flow f(
  ${long('first-name')},
  ${long('last-name')},
  ${long('customer_number')},
) {
  sms "x"
}
`,
    );
  });

  test('fit in a hundred columns with all that stands on their line', () => {
    const flow = (columns: number) => `flow f(a: text = "${'x'.repeat(columns - 22)}") {`;
    expect(flow(100)).toHaveLength(100);
    formats(`${flow(100)} sms "x" }`, `${flow(100)}\n  sms "x"\n}\n`);
    expect(formatted(`${flow(101)} sms "x" }`)).toMatch(/^flow f\(\n {2}a: text = "x+",\n\) \{\n/);
  });

  test('stand on a line each when one has a comment or a text of several lines', () => {
    formats(
      'template a(/// the code\n b: text, c: int // how many\n) "1" { lang en }',
      'template a( /// the code\n  b: text,\n  c: int, // how many\n) "1" {\n  lang en\n}\n',
    );
    formats('template a(\n/// the code\n b: text) "1"', 'template a(\n  /// the code\n  b: text,\n) "1"\n');
    formats('template a(b: text = "1\\n2") "1"', 'template a(\n  b: text = """\n    1\n    2\n    """,\n) "1"\n');
  });
});

describe('a flow', () => {
  test('has its settings in one order, then its steps', () => {
    formats(
      'transactional  flow f {callback {api} on completion to sip "1" from acme to "2" sms "x" then sms "y"}',
      `transactional flow f {
  from acme
  to sip "1"
  to "2"
  callback {api} on completion

  sms "x"
  then sms "y"
}
`,
    );
  });

  test('has no blank lines but the one after its settings', () => {
    formats(
      'flow f {\n\n  from acme\n\n  to {a}\n\n\n  sms "x"\n\n  // why\n\n  then sms "y"\n\n}',
      'flow f {\n  from acme\n  to {a}\n\n  sms "x"\n  // why\n  then sms "y"\n}\n',
    );
  });
});
