import path from 'node:path';
import { parse } from '@failover/compiler';
import { pathOf, uriOf } from '@failover/files';
import { describe, expect, it } from 'vitest';
import { shownUri, stdinUri } from '../src/paths.js';

describe('uriOf', () => {
  it('is undone by pathOf', () => {
    for (const file of ['/', '/a', '/a/b c/é%41/日本.failover', '/a/#?&+:@/x', "/it's/(fine)/!*~"]) {
      expect(pathOf(uriOf(file))).toBe(file);
    }
  });

  it('tells standard input from every file of the current folder', () => {
    expect(stdinUri()).not.toBe(uriOf(path.resolve('flow.failover')));
    expect(shownUri(stdinUri())).toBe('<stdin>');
    expect(shownUri(uriOf(path.resolve('sub/flow.failover')))).toBe('sub/flow.failover');
    expect(parse(stdinUri(), '').uri).toBe(stdinUri());
  });
});
