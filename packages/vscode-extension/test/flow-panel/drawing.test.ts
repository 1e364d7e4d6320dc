import { expect, test } from 'vitest';
import { drawingHtml } from '../../src/flow-panel/drawing.js';
import { failed, flow, step, undelivered } from './drawn.js';

/** What is read out: the text of the page without its marks. */
function textOf(html: string): string {
  return html
    .replace(/<span aria-hidden="true">.*?<\/span>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

test('says of each step what it sends, to whom, when, how long it waits and what moves it on', () => {
  const steps = [
    step({ channel: 'viber', title: 'template otp', waits: 60, movesOn: [failed, undelivered] }),
    step({ order: 2, startsAtLatest: 60, parts: { count: 2, encoding: 'GSM-7' } }),
  ];
  const documentation = 'Sign-in code.';
  const callback = { url: '{api}/failover', on: 'step' } as const;
  const parameters = [{ name: 'pin', type: 'text(4..10)', documentation: 'The code.' }];
  expect(textOf(drawingHtml(flow(steps, { documentation, callback, parameters })))).toBe(
    [
      'login Sign-in code. POST /failover pin text(4..10) Steps',
      'at once Viber template otp Your code is {pin} to {to} waits 1 minute',
      'moves on when failed undelivered (by default)',
      'after 1 minute at the latest SMS text Your code is {pin} to {to} waits 5 minutes 2 parts, GSM-7 Nothing follows.',
      'Reports every change of status to {api}/failover',
    ].join(' '),
  );
});

test('says where a time is not known, and where nothing moves the flow on', () => {
  const call = step({ channel: 'voice', waits: null });
  const text = textOf(drawingHtml(flow([call, step({ order: 2, startsAtLatest: null })])));
  expect(text).toContain('at once Voice text Your code is {pin} to {to} Nothing moves the flow on from here.');
  expect(text).toContain('after the call SMS');
});

test('tells a ttl that is taken by default from one that is written', () => {
  expect(textOf(drawingHtml(flow([step({ ttlWritten: false })])))).toContain('waits 5 minutes, by default');
});

test('shows the problems of a step with their codes', () => {
  const problem = { severity: 'error', message: 'The ttl of an SMS is from `1m` to `1d`', code: 'FO3012' };
  const html = drawingHtml(flow([step({ problems: [problem] })]));
  expect(textOf(html)).toContain('error The ttl of an SMS is from `1m` to `1d` FO3012');
  expect(html).toContain('class="step sms wrong"');
});

test('shows texts as they are, whatever they say', () => {
  const evil = '"><script>alert(1)</script>&amp;\'';
  const html = drawingHtml(
    flow(
      [
        step({
          title: evil,
          summary: evil,
          recipient: evil,
          movesOn: [{ status: evil, label: evil, description: evil, written: false }],
          problems: [{ severity: 'warning', message: evil, code: evil }],
          parts: { count: 1, encoding: evil },
        }),
        step({ order: 2 }),
      ],
      {
        name: evil,
        documentation: evil,
        callback: { url: evil, on: 'completion' },
        parameters: [{ name: evil, type: evil, documentation: evil }],
      },
    ),
  );
  expect(html).not.toContain('<script');
  expect(html.match(/&#34;&#62;&#60;script&#62;/g)).toHaveLength(14);
});

test('can be used with a keyboard: headings, a list, and a button a step that knows its place', () => {
  const html = drawingHtml(flow([step({}), step({ order: 2 })]));
  expect(html.match(/<h[1-3]/g)).toEqual(['<h1', '<h2', '<h3', '<h3']);
  expect(html.match(/<li class="step/g)).toHaveLength(2);
  expect([...html.matchAll(/<button class="jump" type="button" data-step="(\d)"/g)].map(([, order]) => order)).toEqual([
    '1',
    '2',
  ]);
});

test('says what to do where there is no flow', () => {
  expect(textOf(drawingHtml(null))).toBe('No flow here Put the cursor in a flow, or in a file that has a single one.');
  expect(textOf(drawingHtml(undefined))).toMatch(/^No answer The language server does not answer/);
});
