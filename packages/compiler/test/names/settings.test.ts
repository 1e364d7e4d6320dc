import { expect, it } from 'vitest';
import { acme, checkFile, uriOf } from '../check/check.js';

function callbacks(source: string): unknown[] {
  const { program } = checkFile(source);
  return program.flows(uriOf('main.failover')).map((flow) => program.bundle(flow).payload.callback);
}

const steps = 'sms "Hi" then viber "Ho"';

it('holds for every flow of the file that has none of its own', () => {
  expect(
    callbacks(
      `${acme}\ncallback "https://acme.com/a"\nflow a { ${steps} }\nflow b { callback "https://acme.com/b" on step ${steps} }`,
    ),
  ).toEqual([
    { strategy: 'OnCompletion', url: 'https://acme.com/a' },
    { strategy: 'OnStep', url: 'https://acme.com/b' },
  ]);
});

it('is left out where none is written', () => {
  expect(callbacks(`${acme}\n${steps}`)).toEqual([undefined]);
});

it.each([
  ['from', 'from acme\n⟦from⟧ acme'],
  ['callback', 'callback "https://acme.com"\n⟦callback⟧ "https://acme.com"'],
  ['to', 'to "+306912345678"\n⟦to⟧ phone "+306912345678"'],
])('`%s` is set once, in a file as in a flow', (setting, twice) => {
  checkFile(`${acme}\n${twice}\n${steps}`, [`FO2031: \`${setting}\` is set twice`]);
  checkFile(`${acme}\nflow a { ${twice} ${steps} }`, [`FO2031: \`${setting}\` is set twice`]);
});

it('may have a recipient of each kind', () => {
  checkFile(
    `${acme}\nto "+306912345678"\nto viber "+306912345678"\nto sip "1@acme.com"\nsms "Hi" then voice say "Hi" lang en-US`,
  );
});

it('with a fault is told once, however many flows use it', () => {
  checkFile(`${acme}\nto ⟦"6912345678"⟧\nflow a { ${steps} }\nflow b { ${steps} }`, [
    'FO3070: `6912345678` is not a number in E.164 form, such as `+306912345678`',
  ]);
});
