import { describe, expect, test } from 'vitest';
import { findBase } from '../../action/base.mjs';
import { Folder } from '../../packages/cli/test/folder.js';
import { Repository, withPullRequest } from '../support/repository.js';

const none = '0'.repeat(40);
const unknown = '1234567890'.repeat(4);

function baseIn(folder: Folder, event: object, wanted = '', eventName = 'push') {
  return findBase({ event, eventName, wanted, folder: folder.path });
}

describe('a pull request', () => {
  const pull = () => withPullRequest({ 'a.txt': '1' }, { 'a.txt': '2' });

  test('is compared with what it goes into, which a clone of one commit does not have', () => {
    const { origin, start, base, head, merge } = pull();
    const clone = Repository.checkout(origin, merge);
    expect(() => clone.git('cat-file', '-e', base)).toThrow();
    // The event is older than the merge where others have pushed in between.
    expect(baseIn(clone, { pull_request: { base: { sha: start }, head: { sha: head } } })).toEqual({ commit: base });
    expect(clone.git('rev-list', '--count', base)).toBe('1');
  });

  test('is compared with where it started, when its own commit is checked out', () => {
    const { origin, start, head, event } = pull();
    origin.git('checkout', '-q', head);
    expect(baseIn(origin, event)).toEqual({ commit: start });
  });

  test('is compared with the tip, and says so, when its own commit is checked out alone', () => {
    const { origin, base, head, event } = pull();
    expect(baseIn(Repository.checkout(origin, head), event)).toEqual({
      commit: base,
      note: expect.stringContaining('`fetch-depth: 0`'),
    });
  });

  test('of a queue is compared with what it is put upon', () => {
    const { origin, base, merge } = pull();
    const clone = Repository.checkout(origin, merge);
    expect(baseIn(clone, { merge_group: { base_sha: base } }, '', 'merge_group')).toEqual({ commit: base });
  });

  test('without a way to its base says why', () => {
    const { origin, merge, base, event } = pull();
    const clone = Repository.checkout(origin, merge);
    clone.git('remote', 'set-url', 'origin', 'file:///nowhere');
    expect(baseIn(clone, event)).toEqual({
      reason: expect.stringMatching(`^\`${base}\` is not in this clone, and cannot be fetched: fatal: .*nowhere`),
    });
  });
});

describe('a push', () => {
  test('is compared with what was there before, also when that is on no branch any more', () => {
    const origin = new Repository({ 'a.txt': '1' });
    const before = origin.commit({ 'a.txt': '2' });
    origin.git('reset', '-q', '--hard', 'HEAD~1');
    const after = origin.commit({ 'a.txt': '3' });
    expect(baseIn(origin, { before, after })).toEqual({ commit: before });
    expect(baseIn(Repository.checkout(origin, after), { before, after })).toEqual({ commit: before });
  });

  test('does not make a whole clone shallow', () => {
    const origin = new Repository({ 'a.txt': '1' });
    const clone = new Folder();
    const before = origin.commit({ 'a.txt': '2' });
    origin.git('checkout', '-q', '-b', 'other', 'HEAD~1');
    origin.git('branch', '-q', '-D', 'main');
    origin.git('clone', '-q', `file://${origin.path}`, clone.path);
    expect(baseIn(clone, { before })).toEqual({ commit: before });
    expect(origin.git('-C', clone.path, 'rev-parse', '--is-shallow-repository')).toBe('false');
  });

  test('of a new branch has nothing to be compared with', () => {
    const origin = new Repository({ 'a.txt': '1' });
    expect(baseIn(origin, { before: none })).toEqual({
      reason: 'this push is the first of its branch or tag',
      expected: true,
    });
  });

  test('whose last state is lost says so', () => {
    const origin = new Repository({ 'a.txt': '1' });
    expect(baseIn(Repository.checkout(origin, 'main'), { before: unknown })).toEqual({
      reason: expect.stringMatching(`^\`${unknown}\` is not in this clone, and cannot be fetched: .`),
    });
  });
});

test.each(['workflow_dispatch', 'schedule', ''])('the event %j has nothing to be compared with', (eventName) => {
  const origin = new Repository({ 'a.txt': '1' });
  const reason = `the event \`${eventName}\` has nothing to compare with`;
  expect(baseIn(origin, {}, '', eventName)).toEqual({ reason, expected: true });
});

describe('a base that is asked for', () => {
  test.each(['main', 'v1', 'start'])('may be a commit, a branch or a tag: %s', (name) => {
    const { origin, start, merge, event } = withPullRequest({ 'a.txt': '1' }, { 'a.txt': '2' });
    origin.git('tag', '-a', '-m', 'One', 'v1', start);
    const wanted = name === 'start' ? start : name;
    const clone = Repository.checkout(origin, merge);
    const expected = origin.git('rev-parse', `${wanted}^{commit}`);
    expect(baseIn(clone, event, wanted)).toMatchObject({ commit: expected });
  });

  test('counts from where the branch left it', () => {
    const { origin, start, head } = withPullRequest({ 'a.txt': '1' }, { 'a.txt': '2' });
    origin.git('checkout', '-q', head);
    expect(baseIn(origin, {}, 'main')).toEqual({ commit: start });
    const clone = new Folder();
    origin.git('clone', '-q', '-b', 'topic', `file://${origin.path}`, clone.path);
    expect(baseIn(clone, {}, 'main')).toEqual({ commit: start });
    expect(baseIn(clone, {}, 'HEAD~1')).toEqual({ commit: start });
  });

  test.each([
    'nope',
    '--upload-pack=touch hacked',
    '$(touch hacked)',
    'main:refs/heads/new',
    '+refs/*:refs/*',
    "a'b\nc",
  ])('that there is not is told, and does nothing: %j', (wanted) => {
    const { origin, merge } = withPullRequest({ 'a.txt': '1' }, { 'a.txt': '2' });
    const clone = Repository.checkout(origin, merge);
    const before = clone.list();
    const base = baseIn(clone, {}, wanted);
    expect(base).toEqual({ reason: expect.stringContaining(`\`${wanted}\` is not in this clone`) });
    const made = clone.list().filter((name) => !before.includes(name) && !name.endsWith('FETCH_HEAD'));
    expect(made).toEqual([]);
  });
});

test('no repository, and one without a commit, are told', () => {
  expect(baseIn(new Folder(), {})).toEqual({ reason: expect.stringContaining('git repository') });
  expect(baseIn(new Repository(), {})).toEqual({ reason: expect.stringContaining('git repository with a commit') });
});
