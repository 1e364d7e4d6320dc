import { isDeepStrictEqual } from 'node:util';
import { knowledge, type Session } from '../../packages/lsp/test/support/random-edits.js';

/** Whether a server that was there all the time knows or answers something else than a new one. */
export async function staleKnowledge(session: Session): Promise<string[]> {
  for await (const { kept, fresh } of knowledge(session)) {
    if (!isDeepStrictEqual(kept, fresh)) return [`${JSON.stringify(kept)} instead of ${JSON.stringify(fresh)}`];
  }
  return [];
}
