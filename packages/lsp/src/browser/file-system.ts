import { globProblem, type ReadResult } from '@failover/compiler';
import picomatch from 'picomatch';
import { fileRequests } from '../protocol.js';
import type { FileSystem } from '../workspace/file-system.js';
import { canonicalUri, folderAround, folderOf } from '../workspace/uris.js';

type Ask = (method: string, params: object) => Promise<unknown>;

/** Files that the client reads: see `fileRequests`. A client without them has no files but those that are open. */
export function clientFiles(ask: Ask): FileSystem {
  const answerOf = async (method: string, params: object): Promise<unknown> => {
    try {
      return await ask(method, params);
    } catch {
      return undefined;
    }
  };
  const uris = (answer: unknown) =>
    Array.isArray(answer) ? answer.filter((uri) => typeof uri === 'string').map(canonicalUri) : [];
  return {
    read: async (uri, root) => readResult(await answerOf(fileRequests.read, { uri, root })),
    rootOf: async (uri, folders) => {
      const root = await answerOf(fileRequests.rootOf, { uri, folders });
      return typeof root === 'string' ? canonicalUri(root) : (folderAround(uri, folders) ?? folderOf(uri));
    },
    rootsIn: async (folder) => [...new Set([folder, ...uris(await answerOf(fileRequests.rootsIn, { folder }))])],
    find: async (root, include) => uris(await answerOf(fileRequests.find, { root })).filter(included(root, include)),
  };
}

/** A file, a folder or a glob relative to the root, as in failover.json. */
function included(root: string, include: readonly string[] | undefined): (uri: string) => boolean {
  if (include === undefined) return () => true;
  const usable = include.filter((pattern) => globProblem(pattern) === undefined);
  const patterns = usable.map((pattern) => pattern.replace(/^\.\//, '').replace(/\/$/, ''));
  const isMatch = picomatch(patterns.flatMap((pattern) => (pattern === '.' ? ['**'] : [pattern, `${pattern}/**`])));
  return (uri) => isMatch(decodeURIComponent(uri.slice(root.length + 1)));
}

function readResult(answer: unknown): ReadResult {
  const { text, problem, reason } = Object(answer);
  if (typeof text === 'string') return { text };
  if (problem === 'outside') return { problem };
  if (problem === 'unreadable') return { problem, reason: typeof reason === 'string' ? reason : 'nobody knows why' };
  return { problem: 'missing' };
}
