import { expect, it } from 'vitest';
import { acme, checkFile, checkStep, fixesOf } from '../check.js';

const path = (length: number) => 'x'.repeat(length - 'https://acme.com/'.length);
const media = (what: string) => `FO3024: The address of ${what} must start with \`https://\``;

it('loads media over https only', () => {
  checkStep('viber image "HTTPS://acme.com/a.png"');
  const http = checkStep('viber image ⟦"http://acme.com/a.png"⟧', [media('the image')]);
  expect(fixesOf(http)).toEqual(['Write `https` → viber image "https://acme.com/a.png"']);
  checkStep('viber image ⟦"acme.com/a.png"⟧', [media('the image')]);
  checkStep('viber image ⟦"https://acme.com/my image.png"⟧', [media('the image')]);
  checkStep('viber file ⟦"http://acme.com/a.pdf"⟧ as "a.pdf"', [media('the file')]);
  checkStep('viber video ⟦"http://acme.com/a.mp4"⟧ thumbnail ⟦"http://acme.com/a.png"⟧ size 1MB duration 1s', [
    media('the video'),
    media('the thumbnail'),
  ]);
});

it('mends an address that lacks its scheme, where that is clear', () => {
  const bare = checkStep('viber image ⟦"acme.com/a.png"⟧', [media('the image')]);
  expect(fixesOf(bare)).toEqual(['Write `https://` before it → viber image "https://acme.com/a.png"']);
  for (const address of ['acme', 'acme.com a', ''])
    expect(checkStep(`viber image ⟦"${address}"⟧`, [media('the image')]).fixes).toEqual([]);
  expect(checkStep('viber image ⟦"ftp://acme.com/http://"⟧', [media('the image')]).fixes).toEqual([]);
  const before = 'let site = "http://acme.com"';
  expect(checkStep('viber image ⟦"{site}/a.png"⟧', [media('the image')], { before }).fixes).toEqual([]);
  expect(checkStep('viber image ⟦{site}⟧', [media('the image')], { before }).fixes).toEqual([]);
});

it('looks at the start of an address with parameters', () => {
  checkStep('viber image "https://acme.com/{name}.png"', [], { params: 'name: text' });
  checkStep('viber image "{site}/a.png"', [], { params: 'site: text' });
  checkStep('viber image "http{rest}"', [], { params: 'rest: text' });
  checkStep('viber image ⟦"http://acme.com/{name}.png"⟧', [media('the image')], { params: 'name: text' });
  checkStep('viber image ⟦"https://acme.com/my {name}.png"⟧', [media('the image')], { params: 'name: text' });
});

it('looks into lets', () => {
  checkStep('viber image ⟦"{site}/a.png"⟧', [media('the image')], { before: 'let site = "http://acme.com"' });
});

it('takes addresses of media of up to 1000 characters', () => {
  checkStep(`viber image "https://acme.com/${path(1000)}"`);
  checkStep(`viber image ⟦"https://acme.com/${path(1001)}"⟧`, [
    'FO3025: The address of the image has 1,001 characters; at most 1,000 are allowed',
  ]);
  checkStep(`viber image "https://acme.com/${path(990)}{id}"`, [], { params: 'id: text(..10)' });
  checkStep(
    `viber image ⟦"https://acme.com/${path(991)}{id}"⟧`,
    ['FO3025: The address of the image has up to 1,001 characters; at most 1,000 are allowed'],
    { params: 'id: text(..10)' },
  );
});

it('sends answers over https only', () => {
  checkStep('viber "Hi" inbound "https://acme.com/answers"');
  checkStep(`viber "Hi" inbound "https://acme.com/${path(1001)}"`);
  checkStep('viber "Hi" inbound ⟦"http://acme.com/answers"⟧', [
    'FO3033: The address after `inbound` must start with `https://`',
  ]);
});

it('opens any absolute address with a button', () => {
  const button = (url: string) => `viber "Hi" button "Go" ${url}`;
  checkStep(button('"https://acme.com"'));
  checkStep(button('"acme-app:orders/7"'));
  checkStep(button('"https://acme.com/{id}"'), [], { params: 'id: text' });
  checkStep(button('"acme-{id}"'), [], { params: 'id: text' });
  checkStep(button('"{site}/orders"'), [], { params: 'site: text' });
  checkStep(button('{site}'), [], { params: 'site: url' });
  checkStep(button('⟦"acme.com"⟧'), [
    'FO3027: The address of the button must be an absolute address, such as `https://acme.com`',
  ]);
  checkStep(
    button('⟦"/orders{id}"⟧'),
    ['FO3027: The address of the button must be an absolute address, such as `https://acme.com`'],
    {
      params: 'id: text',
    },
  );
});

it('calls web addresses only', () => {
  const web = (what: string) => [`FO3027: ${what} must be an address that starts with \`https://\``];
  checkStep('voice play ⟦"acme.com/hi.wav"⟧', web('The recording'));
  checkStep('voice say "Hi" lang en-US machine continue ⟦"ftp://acme.com"⟧', web('The address after `continue`'));
  checkFile(`${acme}\ncallback ⟦"acme.com/callback"⟧\nsms "Hi" then voice say "Hi" lang en-US`, [
    ...web('The address after `callback`'),
  ]);
});

it('warns of plain http', () => {
  const http = checkStep('voice play ⟦"http://acme.com/hi.wav"⟧', ['FO4010: The recording is plain http']);
  expect(fixesOf(http)).toEqual(['Write `https` → voice play "https://acme.com/hi.wav"']);
  checkStep('viber "Hi" button "Go" "https://acme.com/?to=http://acme.com"');
  checkStep('viber "Hi" button "Go" ⟦"http://acme.com"⟧', ['FO4010: The address of the button is plain http']);
  checkStep('voice say "Hi" lang en-US machine continue ⟦"http://acme.com"⟧', [
    'FO4010: The address after `continue` is plain http',
  ]);
  checkFile(
    `${acme}\ncallback ⟦"{api}/callback"⟧\nsms "Hi" then voice say "Hi" lang en-US`.replace(
      'callback ',
      'let api = "http://acme.com"\ncallback ',
    ),
    ['FO4010: The address after `callback` is plain http'],
  );
});

it('does not warn of plain http where it has been refused', () => {
  checkStep('viber "Hi" image ⟦"http://acme.com/a.png"⟧ button "Go" "https://acme.com"', [media('the image')]);
  checkStep('viber "Hi" button "Go" "https://acme.com" inbound ⟦"http://acme.com"⟧', [
    'FO3033: The address after `inbound` must start with `https://`',
  ]);
});

it('says it once for a setting that two flows use', () => {
  const flow = (name: string) => `flow ${name} { sms "Hi" then voice say "Hi" lang en-US }`;
  checkFile(`${acme}\ncallback ⟦"http://acme.com"⟧\n${flow('a')}\n${flow('b')}`, [
    'FO4010: The address after `callback` is plain http',
  ]);
});
