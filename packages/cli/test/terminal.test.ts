import { expect, it } from 'vitest';
import { Repository } from '../../../test/support/repository.js';
import { simple } from './folder.js';

/** Colours, another title of the window, and a line that reads from the right. */
const evil = '\u001b[31m\u001b]0;x\u0007\u202e';
const object = (text: string) => JSON.stringify(JSON.parse(text.replaceAll('E', JSON.stringify(evil))));

const files = {
  'fine.failover': simple('fine'),
  'a.failover': `flow a(to: phone) { sms "${evil}" from "${evil}" then sms "y" on ${evil} } // ${evil}\n`,
  'keys.json': object('{ E: E }'),
  'to.json': object('{ "to": E }'),
  'request.json': object(
    '{ "flow": [{ "type": E, E: 1, "to": E, "message": { "from": E, "body": E } }], E: { "__proto__": E } }',
  ),
  'curl.txt': `curl 'https://x.y/${evil}' -d '{ "${evil}' --${evil}`,
  'settings/failover.json': object('{ "include": [E], "outDir": E, "define": { E: E }, "rules": { E: E }, E: 1 }'),
  'glob/failover.json': object('{ "include": ["(", E] }').replace('"("', JSON.stringify(`(${evil}`)),
  'out/failover.json': object('{ "outDir": E }').replace('":"', '":"../'),
  'out/a.failover': simple('a'),
};

it.each<[at: string, args: readonly string[]]>([
  ...[['check'], ['format', '--check'], ['explain'], ['compile'], ['diff'], ['import'], ['init'], []].map(
    (args): [string, string[]] => ['.', [...args, evil]],
  ),
  ...['--set', '--define'].flatMap((option): [string, string[]][] => [
    ['.', ['compile', 'fine.failover', option, `${evil}=1`]],
    ['.', ['compile', 'fine.failover', option, `to=${evil}`]],
    ['.', ['compile', 'fine.failover', option, evil]],
  ]),
  ...['--flow', '--emit', '--values', `--${evil}`].map((option): [string, string[]] => [
    '.',
    ['compile', 'fine.failover', option, evil],
  ]),
  ['.', ['compile', 'fine.failover', '-o', `curl.txt/${evil}`]],
  ['.', ['compile', 'fine.failover', '--values', 'keys.json']],
  ['.', ['compile', 'fine.failover', '--values', 'to.json']],
  ['.', ['diff', '--git', evil]],
  ['.', ['diff', '--git', 'HEAD', evil]],
  ['.', ['check', `(${evil}`]],
  ...['pretty', 'github'].map((format): [string, string[]] => ['.', ['check', 'a.failover', '--format', format]]),
  ['.', ['diff', 'fine.failover', 'a.failover']],
  ['.', ['format', 'a.failover', '--check']],
  ['.', ['import', 'request.json', '-o', 'flows']],
  ['.', ['import', 'curl.txt', '-o', 'flows']],
  ['settings', ['check']],
  ['glob', ['check']],
  ['out', ['compile']],
])('in %s, nothing that %j says acts on a terminal', async (at, args) => {
  const folder = new Repository({ 'fine.failover': simple('fine') });
  for (const [name, text] of Object.entries(files)) folder.write(name, text);
  const { status, stdout, stderr } = await folder.run([...args], { at });
  expect(status).toBeGreaterThan(0);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
  expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(`${stdout}${stderr}`).not.toBe('');
});
