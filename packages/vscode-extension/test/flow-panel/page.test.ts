import { expect, test } from 'vitest';
import { pageHtml } from '../../src/flow-panel/page.js';

test('the page runs its own script only, and loads nothing from elsewhere', () => {
  const html = pageHtml({ source: 'https://own', style: 'https://own/s.css', script: 'https://own/s.js', nonce: 'n1' });
  const policy = /content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'");
  expect(policy).toBe("default-src 'none'; style-src https://own; script-src 'nonce-n1'");
  expect(html.match(/<script[^>]*>/g)).toEqual(['<script nonce="n1" src="https://own/s.js">']);
  expect(html).not.toMatch(/\son\w+=|style=/);
});
