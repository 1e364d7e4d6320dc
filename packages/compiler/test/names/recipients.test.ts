import { expect, it } from 'vitest';
import { acme, checkFile, uriOf } from '../check/check.js';

function recipients(source: string): unknown[] {
  const { program } = checkFile(source);
  return program.flows(uriOf('main.failover')).flatMap((flow) => {
    const { payload } = program.bundle(flow);
    return (payload.flow as unknown as { to: unknown }[]).map(({ to }) => to);
  });
}

it('is the parameter `to` where none is written', () => {
  expect(recipients(`${acme}\nflow a(to: phone) { sms "Hi" then voice say "Hi" lang en-US }`)).toEqual([
    ...['{to}', { phone: '{to}' }],
  ]);
  expect(recipients(`${acme}\nsms "Hi" then viber "Ho"`)).toEqual(['{to}', '{to}']);
});

it('is missing where the list of parameters has no `to`, which is said once for each flow', () => {
  const { fixes } = checkFile(`${acme}\nflow a(name: text) { ⟦sms⟧ "Hi {name}" then viber "Hi" }`, [
    'FO2016: The flow `a` does not say whom it reaches: add the parameter `to: phone`, or a `to`',
  ]);
  expect(fixes.map(({ title, text }) => `${title} → ${text.split('\n')[1]}`)).toEqual([
    'Add the parameter `to: phone` → flow a(to: phone, name: text) { sms "Hi {name}" then viber "Hi" }',
  ]);
});

it('is taken from the step, else the flow, else the file', () => {
  const flows = [
    'flow a { to "+306912345672" sms "1" then sms "2" to "+306912345673" }',
    'flow b { sms "3" then sms "4" to "+306912345673" }',
  ];
  expect(recipients(`${acme}\nto "+306912345671"\n${flows.join('\n')}`)).toEqual([
    ...['+306912345672', '+306912345673', '+306912345671', '+306912345673'],
  ]);
});

it('may be several for a call, of which other steps take the number', () => {
  expect(
    recipients(`${acme}\nto "+306912345678"\nto sip "1111@acme.com"\nsms "Hi" then voice say "Hi" lang en-US`),
  ).toEqual(['+306912345678', { phone: '+306912345678', sip: '1111@acme.com' }]);
});

it('is the parameter where the setting is for calls only', () => {
  expect(recipients(`${acme}\nto sip "1111@acme.com"\nsms "Hi" then voice say "Hi" lang en-US`)).toEqual([
    ...['{to}', { sip: '1111@acme.com' }],
  ]);
});

it('is a phone', () => {
  const { fixes, diagnostics } = checkFile(`${acme}\nflow a(to: ⟦text⟧) { sms "Hi" then viber "Ho" }`, [
    'FO2017: `to` is `text`, but this place needs a number in E.164 form, such as `+306912345678` (`phone`)',
  ]);
  expect(fixes[0]?.text).toBe(`${acme}\nflow a(to: phone) { sms "Hi" then viber "Ho" }`);
  expect(diagnostics).toHaveLength(1);
});

it('is never a let: the number of one person is no constant', () => {
  checkFile(`${acme}\nlet to = "+306912345678"\nflow a() { ⟦sms⟧ "Hi" then viber "{to}" }`, [
    'FO2016: The flow `a` does not say whom it reaches: add the parameter `to: phone`, or a `to`',
  ]);
});
