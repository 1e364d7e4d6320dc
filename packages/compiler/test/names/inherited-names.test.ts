import { describe, expect, test } from 'vitest';
import { format } from '../../src/format/format.js';
import { parse } from '../../src/syntax/parse.js';
import { checkFile, programOf, uriOf } from '../check/check.js';

const uuid = '11111111-2222-4333-8444-555555555555';

/** Each kind of name, as a file that declares and uses it. */
const declared = (name: string) => `let ${name} = "https://x.y"

sender ${name} {
  viber "0094d198-4dd2-4fb5-b451-d46aca191b27"
  sms "ACME"
}

template ${name}(${name}: text(1..10)) "${uuid}" {
  lang en "Your code is {${name}}"
}

transactional flow ${name}(to: phone, pin: text(1..10)) {
  callback "{${name}}/done" on step

  viber template ${name}(${name}: {pin}) lang en from ${name} ttl 1m on failed, expired
  then sms "Your code is {pin}" from ${name}
}
`;

describe.each(['__proto__', 'constructor', 'toString', 'valueOf', 'prototype'])('%s', (name) => {
  test('is a name like any other where it is declared', () => {
    const { program } = checkFile(declared(name));
    const [flow] = program.flows(uriOf('main.failover'));
    if (flow === undefined) throw new Error('There is no flow.');
    expect(flow.name).toBe(name);
    const { payload } = program.bundle(flow);
    const like = checkFile(declared('plain')).program;
    const [plain] = like.flows(uriOf('main.failover'));
    const expected = JSON.stringify(plain && like.bundle(plain).payload).replace('"plain":', `"${name}":`);
    expect(JSON.stringify(payload)).toBe(expected);
  });

  test('is not there where it is not declared', () => {
    const uri = uriOf('main.failover');
    const text = `flow a(to: phone) { sms "{${name}}" from ${name} then viber template ${name} from ${name} }`;
    const errors = programOf(new Map([[uri, text]]))
      .allDiagnostics()
      .filter(({ code }) => code.startsWith('FO2'));
    expect(errors.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([name, name, name, name]);
  });

  test('is laid out as it is', () => {
    const text = declared(name);
    expect(format(parse(uriOf('main.failover'), text))).toBe(text);
  });
});
