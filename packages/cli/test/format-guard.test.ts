import { expect, it, vi } from 'vitest';
import { format } from '../src/commands/format.js';
import { stderr } from '../src/output/streams.js';
import { Folder, simple } from './folder.js';

vi.mock('@failover/compiler', async (original) => ({
  ...(await original<typeof import('@failover/compiler')>()),
  format: () => 'flow a {',
}));

it('leaves a file as it is when its formatted text would have errors that it has not', async () => {
  let said = '';
  vi.spyOn(stderr, 'write').mockImplementation((text) => {
    said += text;
  });
  const folder = new Folder({ 'a.failover': simple('a') });
  expect(await format([folder.at('a.failover')], {})).toBe(2);
  expect(folder.read('a.failover')).toBe(simple('a'));
  expect(said).toContain('a.failover` is left as it is: formatted, it would have an error (FO1');
  expect(said).toContain('= help: This is a bug in failover: please report it with the file, at https://');
});
