import type { ReadResult } from '@failover/compiler';
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
    find: async (root, include, folders) => uris(await answerOf(fileRequests.find, { root, include, folders })),
  };
}

function readResult(answer: unknown): ReadResult {
  const { text, problem, reason } = Object(answer);
  if (typeof text === 'string') return { text };
  if (problem === 'outside') return { problem };
  if (problem === 'unreadable') return { problem, reason: typeof reason === 'string' ? reason : 'nobody knows why' };
  return { problem: 'missing' };
}
