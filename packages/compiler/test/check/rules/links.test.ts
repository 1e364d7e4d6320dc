import { expect, it } from 'vitest';
import { checkStep, fixesOf } from '../check.js';

const wrongly = (link: string, last: string) =>
  `FO4005: The link \`${link}\` would be shortened together with the \`${last}\` after it`;

it('warns of a mark that becomes part of a shortened link', () => {
  const dot = checkStep('sms "See https://acme.com/x⟦.⟧" shorten-links', [wrongly('https://acme.com/x', '.')]);
  expect(fixesOf(dot)).toEqual(['Insert a space after the link → sms "See https://acme.com/x ." shorten-links']);
  checkStep('sms "See (https://acme.com/x⟦).⟧ Bye" shorten-links', [wrongly('https://acme.com/x', ').')]);
  checkStep('sms "See https://acme.com/x now. Bye." shorten-links');
  checkStep('sms "See https://acme.com/x."');
  checkStep('viber "See https://acme.com/x." ⟦shorten-links⟧', [
    'FO3001: A `viber` step has no `shorten-links`: it belongs to `sms`',
  ]);
});

it('knows that a parameter or a let may be the link', () => {
  checkStep('sms "See {site}⟦.⟧" shorten-links', [wrongly('https://site', '.')], { params: 'site: url' });
  checkStep('sms "See {site}⟦,⟧ please" shorten-links', [wrongly('https://acme.com', ',')], {
    before: 'let site = "https://acme.com"',
  });
  checkStep('sms "See {site}." shorten-links', [], { params: 'site: text' });
  checkStep('sms "See https://acme.com/{id}⟦!⟧" shorten-links', [wrongly('https://acme.com/x', '!')], {
    params: 'id: text',
  });
});

it('warns of links that Viber refuses', () => {
  checkStep('viber "Write to us: ⟦https://t.me⟧/acme"', ['FO4017: Viber refuses links to `t.me`']);
  checkStep('viber "Or call ⟦www.signal.me⟧/#p/1 now"', ['FO4017: Viber refuses links to `signal.me`']);
  checkStep('viber "Hi" button "Chat" "⟦https://line.me⟧/ti/p/acme"', ['FO4017: Viber refuses links to `line.me`']);
  checkStep('viber "Hi" button "Chat" ⟦{chat}⟧', ['FO4017: Viber refuses links to `t.me`'], {
    before: 'let chat = "https://t.me/acme"',
  });
  checkStep('viber "See ⟦{chat}⟧"', ['FO4017: Viber refuses links to `t.me`'], { before: 'let chat = "a t.me"' });
  checkStep('viber "See ⟦{chat}⟧"', ['FO4017: Viber refuses links to `t.me`'], {
    before: 'let chat = "https://t.me/acme"',
  });
});

it('lets other hosts pass', () => {
  checkStep('viber "See https://acme.com/t.me and https://not.me.acme.com or client.message"');
  checkStep('sms "Write to us: https://t.me/acme"');
});

it('looks at the whole of a host', () => {
  checkStep('viber "⟦https://chat.signal.org⟧"', ['FO4017: Viber refuses links to `signal.org`']);
  checkStep('viber "⟦HTTPS://T.ME⟧/acme"', ['FO4017: Viber refuses links to `t.me`']);
  checkStep('viber "https://nott.me"');
  checkStep('viber "{site}"', [], { params: 'site: url' });
});

it('says nothing of links in a text that is too long', () => {
  const text = 'x'.repeat(1600);
  checkStep(`sms ⟦"https://acme.com. ${text}"⟧ shorten-links`, [
    'FO3052: The SMS has 1,618 characters; at most 1,600 are allowed',
  ]);
  checkStep(`viber ⟦"https://t.me ${text}"⟧`, [
    'FO3020: The Viber text has 1,613 characters; at most 1,000 are allowed',
  ]);
});
