import { it } from 'vitest';
import { acme, checkFile, checkStep } from './check.js';

it('tells every fault of a file at once, in the order of its text', () => {
  checkFile(
    [
      acme,
      'callback ⟦"acme.com"⟧',
      'flow a(to: phone, ⟦to⟧: phone) {',
      '  viber "Hi {⟦name⟧}" ttl ⟦10s⟧ on ⟦late⟧',
      '  then sms ⟦""⟧ ⟦ttl⟧ nine',
      '}',
    ].join('\n'),
    [
      'FO3027: The address after `callback` must be an address that starts with `https://`',
      'FO2022: The parameter `to` is declared twice',
      'FO2001: The flow `a` has no parameter or let `name`',
      'FO3010: The ttl of a Viber step is from `30s` to `1d`, not `10s`',
      'FO3007: A `viber` step has no status `late`: use `expired`, `failed` or `undelivered`',
      'FO3051: The text of the SMS is empty',
      'FO1020: Expected a duration, such as `10m`, after `ttl`, found `nine`',
    ],
  );
});

it('tells two faults of one place in the order of their codes', () => {
  checkFile(`${acme}\n⟦⟦viber⟧⟧ ttl 10m`, [
    'FO3022: The Viber step sends nothing: add a text, `image`, `file`, `video` or `template`',
    'FO4008: Nothing follows when this step fails: the flow has one step',
  ]);
  const step = 'template "bed0942f-e07e-4879-834b-29cc4cf3ec35"(pin: {pin}, codeValidityTime: 5) lang en ttl 10m';
  checkStep(
    `viber ${step} then ⟦⟦viber⟧⟧ ${step}`,
    [
      'FO4006: The code of `validity time` lives 5 minutes, but this step may start only after 10m',
      'FO4012: This step is the same as the one before it',
    ],
    { params: 'pin: text(4..10)' },
  );
});
