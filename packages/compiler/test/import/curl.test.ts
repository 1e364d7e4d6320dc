import { describe, expect, it } from 'vitest';
import { fc, patience, runs } from '../../../../test/support/fast-check.js';
import { bodiesOf, imported, told } from './imported.js';
import { body, json, sms, template } from './requests.js';

const request = body(sms({ message: { body: 'It is "ready" for $5 `now`\nBye' } }));
const text = json(request);
const url = 'https://connect.routee.net/failover';

/** In double quotes, as the programs of Windows read them. */
function forWindows(json: string): string {
  return json.replace(/(\\*)"/g, '$1$1\\"');
}

/** What a command comes back as. */
function bodyOf(command: string): unknown {
  const result = imported(command);
  expect(result.diagnostics).toEqual([]);
  return bodiesOf(result.text ?? '')[0];
}

describe('a command', () => {
  it.each([
    ['as the documentation prints it', `curl --request POST \\\n     --url ${url} \\\n     --data '\n${text}\n'\n`],
    ['on lines that end in CRLF', `curl -X POST ${url} \\\r\n  -d '${text}'\r\n`],
    ['in double quotes', `curl ${url} -d "${text.replace(/["\\$`]/g, '\\$&')}"`],
    ['behind an equals sign', `curl --url=${url} --json='${text}'`],
    ['right behind the option', `curl -XPOST ${url} -d'${text}'`],
    ['in quotes as browsers copy it', `curl '${url}' --data-raw $'${text.replace(/[\\']/g, '\\$&')}' --compressed`],
    ['behind a prompt, with more after it', `\ufeff  $ curl ${url} --data-binary '${text}' | jq .\necho "done`],
    ['with a header that looks like data', `curl -H '-d @x' -u a:b --url ${url} --data '${text}'`],
    ['without an address', `curl -d '${text}'`],
    ['behind other options of one letter', `curl -sSkd '${text}' ${url}`],
    ['with an option that is not known, and its value', `curl --unknown value ${url} -d '${text}'`],
    ['for Windows', `curl -X POST ${url} ^\r\n  -d "${forWindows(text)}"\r\nexit\r\n`],
    ['for Windows, as browsers copy it', `curl ^"${url}^" ^\n  -d ^"${forWindows(text).replace(/[^\w\s]/g, '^$&')}^"`],
  ])('%s', (_, command) => {
    expect(bodyOf(command)).toEqual(request);
  });

  it('knows the escapes of browsers', () => {
    const written = json(body(sms({ message: { body: 'Cafe' } }))).replace('Cafe', "It\\'s \\u03b1\\x42");
    expect(bodyOf(`curl ${url} -d $'${written}'`)).toEqual(body(sms({ message: { body: "It's αB" } })));
  });

  it('tells the endpoint by its address', () => {
    const command = (path: string) => `curl https://connect.routee.net${path} -d '${json(body(sms()))}'`;
    expect(imported(command('/failover')).text).toMatch(/^flow/);
    expect(imported(command('/failover/transactional')).text).toMatch(/^transactional flow/);
    expect(imported(command('/failover/transactional/?a=b')).text).toMatch(/^transactional flow/);
    expect(imported(command('/failover/transactional'), { endpoint: 'standard' }).text).toMatch(/^flow/);
    expect(told(`curl ${url} -d '${json(body(template()))}'`)).toEqual([
      'FO6006 error at {: `flow[0]` has templateId, which only the transactional endpoint takes',
    ]);
    expect(told(command('/sms'))).toEqual([
      'FO6013 error at https://connect.routee.net/sms: `https://connect.routee.net/sms` is not an endpoint for flows: those are `/failover` and `/failover/transactional`',
    ]);
  });
});

describe('places', () => {
  it('are those in the command, whatever stands between the quotes', () => {
    const wrong = json(body(sms({ to: '+30', message: { body: "It's" } })));
    const message = '`to` is "+30"; must be a number in E.164 form, such as "+306912345678"';
    expect(told(`curl ${url} -d '${wrong.replace("'", "'\\''")}'`)).toEqual([`FO6006 error at "+30": ${message}`]);
    const inDouble = `curl ${url} -d "${wrong.replace(/"/g, '\\"')}"`;
    expect(told(inDouble)).toEqual([`FO6006 error at "+30\\": ${message}`]);
    const forCmd = `curl ^\r\n -d ^"${forWindows(wrong).replace(/[^\w\s]/g, '^$&')}^"`;
    expect(told(forCmd)).toEqual([`FO6006 error at "^+30^\\^": ${message}`]);
  });

  it('are those of what is not JSON', () => {
    expect(told(`curl ${url} -d '{"flow": [},'`)).toEqual([expect.stringMatching(/^FO6001 error at }: /)]);
    expect(told(`curl ${url} -d '{"flow": ['`)).toEqual([expect.stringMatching(/^FO6001 error at : /)]);
    expect(told(`curl ${url} -d ''`)).toEqual([expect.stringMatching(/^FO6001 error at : /)]);
  });
});

describe('a body that cannot be read', () => {
  const said = (place: string, problem: string) =>
    `FO6012 error at ${place}: The body of this curl command cannot be read: ${problem}`;
  it.each([
    ['curl', said('curl', 'there is none behind `--data`')],
    ['curl -X POST --data', said('curl', 'there is none behind `--data`')],
    ['curl -d @-', said('@-', 'it stands in standard input, so import that instead')],
    ['curl --data @a.json', said('@a.json', 'it stands in the file `a.json`, so import that instead')],
    ['curl -d@a.json', said('@a.json', 'it stands in the file `a.json`, so import that instead')],
    ['curl -d 1 -d 2', said('2', 'it has two, which curl would join with `&`')],
    ['curl -F a=b', said('-F', '`-F` sends something other than JSON')],
    ['curl -d "$BODY"', said('"$BODY"', 'the shell puts the value of a variable or the output of a command into it')],
    ['curl -d `cat x`', said('`cat', 'the shell puts the value of a variable or the output of a command into it')],
    [`curl -d '{`, said("'", 'this quote is not closed')],
    [`curl -d "{\\"`, said('"', 'this quote is not closed')],
    [`curl -d $'{`, said('$', 'this quote is not closed')],
    ['curl ^\n -d "{', said('"', 'this quote is not closed')],
    ['curl ^\n -d %BODY%', said('%BODY%', 'the shell puts the value of a variable or the output of a command into it')],
  ])('%s', (command, diagnostic) => {
    expect(imported(command).diagnostics.map(({ message }) => message)).toHaveLength(1);
    const [one] = imported(command).diagnostics;
    const place = command.slice(one?.offset, (one?.offset ?? 0) + (one?.length ?? 0));
    expect(`${one?.code} ${one?.severity} at ${place}: ${one?.message}`).toBe(diagnostic);
  });
});

it(
  'reads any command at all, or says why not',
  () => {
    const word = fc.constantFrom(
      ...['-d', '--data', '--json=', '@-', "'", '"', "$'", '\\', '\n', '\r\n', '^', '^\n', '{', '}', '[]'],
    );
    const part = fc.oneof(
      word,
      fc.constantFrom('"flow"', ':', '$', '`', ' ', ';', '\\u12', '\\x', text, url),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const { text: flow, diagnostics } = imported(`curl ${parts.join('')}`);
        expect(flow !== undefined || diagnostics.length > 0).toBe(true);
      }),
      runs(1000),
    );
  },
  patience,
);
