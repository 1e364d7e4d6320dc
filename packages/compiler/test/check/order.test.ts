import { it } from 'vitest';
import { acme, checkFile } from './check.js';

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
