// Finds the commit with which the flows are compared.
import { spawnSync } from 'node:child_process';

/** Longer than any fetch of one commit takes, shorter than anybody's patience. */
const fetchTimeout = 120_000;

/**
 * @param event what GitHub says of the event, as JSON; its name is `eventName`
 * @param wanted a commit, branch or tag that comes before what the event says; empty for none
 * @param folder any of the repository
 * @returns `commit`, perhaps with a `note`; or the `reason` why there is none, `expected` where none could be
 */
export function findBase({ event, eventName, wanted, folder }) {
  const git = gitIn(folder);
  const head = git('rev-parse', '--verify', '--quiet', 'HEAD^{commit}');
  if (!head.ok) return { reason: head.text || 'there is no git repository with a commit here' };
  if (wanted !== '') return branchedFrom(git, wanted);
  const { pull_request: pull, merge_group: group, before } = event;
  if (pull?.base?.sha) {
    // GitHub merges the pull request for the run: then what it goes into is one parent, as it is at this very moment.
    const [into, merged] = parentsOfHead(git);
    if (merged !== undefined && merged === pull.head?.sha) return found(git, into);
    return branchedFrom(git, pull.base.sha);
  }
  if (group?.base_sha) return found(git, group.base_sha);
  if (/^0+$/.test(before ?? '')) return { reason: 'this push is the first of its branch or tag', expected: true };
  if (before) return found(git, before);
  return { reason: `the event \`${eventName}\` has nothing to compare with`, expected: true };
}

/** Parents are written in the commit, also where a shallow clone does not have them. */
function parentsOfHead(git) {
  const [header] = git('cat-file', 'commit', 'HEAD').text.split('\n\n', 1);
  return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent]) => parent);
}

/** Where the branch of HEAD started, so that what others did since does not count as a change. */
function branchedFrom(git, revision) {
  const tip = found(git, revision);
  if (tip.commit === undefined) return tip;
  const { ok, text } = git('merge-base', tip.commit, 'HEAD');
  if (ok) return { commit: text };
  const note = `The history is too short to see where this branch started, so it is compared with \`${revision}\` as it is now: \`fetch-depth: 0\` of actions/checkout brings all of it`;
  return { ...tip, note };
}

/** A commit that is here, or can be fetched. */
function found(git, revision) {
  for (const name of [revision, `origin/${revision}`]) {
    const { ok, text } = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
    if (ok) return { commit: text };
  }
  const missing = `\`${revision}\` is not in this clone`;
  if (!/^\w[\w./-]*$/.test(revision)) return { reason: missing };
  const isShallow = git('rev-parse', '--is-shallow-repository').text === 'true';
  const depth = isShallow ? ['--depth=1'] : [];
  const fetched = git('fetch', '--quiet', '--no-tags', '--no-recurse-submodules', ...depth, '--', 'origin', revision);
  const { ok, text } = git('rev-parse', '--verify', '--quiet', 'FETCH_HEAD^{commit}');
  if (fetched.ok && ok) return { commit: text };
  return { reason: `${missing}, and cannot be fetched: ${fetched.text}` };
}

/** Runs git, and never asks for a password. What it has to say is in `text`. */
function gitIn(folder) {
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0' };
  return (...args) => {
    const options = { cwd: folder, encoding: 'utf8', env, timeout: fetchTimeout, maxBuffer: Number.POSITIVE_INFINITY };
    const { status, stdout, stderr, error } = spawnSync('git', args, options);
    if (status === 0) return { ok: true, text: stdout.trim() };
    return { ok: false, text: (stderr ?? '').trim() || (error ? `git does not run: ${error.message}` : '') };
  };
}
