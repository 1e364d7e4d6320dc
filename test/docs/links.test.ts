import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import { Marked, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { markdownFiles, readMarkdown, repository } from './markdown-files.js';

const files = markdownFiles();
const marked = new Marked({ gfm: true });

interface Contents {
  /** Where links and pictures lead. */
  readonly targets: readonly string[];
  /** What a link to the page may name after its `#`. */
  readonly anchors: ReadonlySet<string>;
}

function contentsOf(file: string): Contents {
  const targets: string[] = [];
  const anchors = new Set<string>();
  const slugger = new GithubSlugger();
  marked.walkTokens(marked.lexer(readMarkdown(file)), (token: Token) => {
    if (token.type === 'link' || token.type === 'image') targets.push(token.href);
    else if (token.type === 'heading') anchors.add(slugger.slug(plainText(token.tokens ?? [])));
    else if (token.type === 'html') targets.push(...attributesIn(token.raw));
  });
  return { targets, anchors };
}

/** The text of a heading as it is shown. */
function plainText(tokens: readonly Token[]): string {
  return tokens.map((token) => ('tokens' in token && token.tokens ? plainText(token.tokens) : shown(token))).join('');
}

function shown(token: Token): string {
  return 'text' in token ? String(token.text) : token.raw;
}

function attributesIn(html: string): string[] {
  return [...html.matchAll(/\b(?:href|src|srcset)="([^"]*)"/g)].flatMap(([, target = '']) => target);
}

const contents = new Map(files.map((file) => [file, contentsOf(file)]));

/** What is wrong with a link of a file, if anything. */
function faultOf(file: string, target: string): string | undefined {
  if (/^(?:https:|command:|mailto:)/.test(target)) return undefined;
  if (/^[a-z]+:/i.test(target)) return 'has an unknown scheme';
  const [place = '', anchor] = target.split('#');
  const found = place === '' ? file : path.posix.join(path.posix.dirname(file), decodeURIComponent(place));
  if (found.startsWith('..')) return 'leads out of the repository';
  const onDisk = path.join(repository, found);
  if (!existsSync(onDisk)) return 'leads nowhere';
  if (anchor === undefined) return undefined;
  const page = statSync(onDisk).isDirectory() ? path.posix.join(found, 'README.md') : found;
  return contents.get(page)?.anchors.has(decodeURIComponent(anchor)) ? undefined : 'names no heading of its page';
}

test('there are files to look at', () => {
  expect(files).toContain('README.md');
  expect(files).toContain('docs/reference/grammar.md');
  expect([...contents.values()].flatMap(({ targets }) => targets).length).toBeGreaterThan(300);
});

describe.each(files)('%s', (file) => {
  test('its links lead somewhere', () => {
    const targets = contents.get(file)?.targets ?? [];
    const faults = targets.flatMap((target) => {
      const fault = faultOf(file, target);
      return fault === undefined ? [] : [`${target} ${fault}`];
    });
    expect(faults).toEqual([]);
  });
});

test.each([
  ['no-such-file.md', 'leads nowhere'],
  ['#no-such-heading', 'names no heading of its page'],
  ['docs#no-such-heading', 'names no heading of its page'],
  ['../outside.md', 'leads out of the repository'],
  ['javascript:alert(1)', 'has an unknown scheme'],
  ['docs/architecture.md#the-packages', undefined],
  ['https://example.com/anything', undefined],
])('a link to %s from the root %s', (target, fault) => {
  expect(faultOf('README.md', target)).toBe(fault);
});

/** A page that no other leads to is not found. */
test('every page of the documentation is reached from its index', () => {
  const reached = new Set<string>(['docs/README.md']);
  for (const file of reached) {
    for (const target of contents.get(file)?.targets ?? []) {
      const [place = ''] = target.split('#');
      if (/^[a-z]+:/.test(place) || place === '') continue;
      const found = path.posix.join(path.posix.dirname(file), place);
      const page = contents.has(found) ? found : path.posix.join(found, 'README.md');
      if (contents.has(page)) reached.add(page);
    }
  }
  expect(files.filter((file) => file.startsWith('docs/') && !reached.has(file))).toEqual([]);
});
