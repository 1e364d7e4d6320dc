import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Inside the repository the compiler is used from its source, so that nothing runs against a stale build. */
export const sourceAlias = {
  '@failover/compiler/project': path.join(root, 'packages/compiler/src/project/index.ts'),
  '@failover/compiler/story': path.join(root, 'packages/compiler/src/story/index.ts'),
  '@failover/files': path.join(root, 'packages/files/src/index.ts'),
  '@failover/compiler': path.join(root, 'packages/compiler/src/index.ts'),
  '@failover/language-server/protocol': path.join(root, 'packages/lsp/src/protocol.ts'),
};
