import {
  SemanticTokensDeltaRequest,
  type SemanticTokensEdit,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import { onRequest } from './faults.js';
import { documentIn, fieldsOf, rangeIn } from './params.js';
import type { ChangeListener, Session } from './session.js';
import { snapshotFor } from './snapshots.js';

/** Answers with the tokens of a document: all, those of a stretch, or what changed since the last answer. */
export class SemanticTokens implements ChangeListener {
  readonly #session: Session;
  /** The last answer for each document. */
  readonly #answered = new Map<string, { readonly resultId: string; readonly data: number[] }>();
  #count = 0;

  constructor(session: Session) {
    this.#session = session;
    onRequest(session, SemanticTokensRequest.method, (params) => this.#full(params));
    onRequest(session, SemanticTokensDeltaRequest.method, (params) => this.#delta(params));
    onRequest(session, SemanticTokensRangeRequest.method, (params) => this.#range(params));
  }

  changed(): void {}

  closed(uri: string): void {
    this.#answered.delete(uri);
  }

  async #full(params: unknown) {
    const snapshot = await snapshotFor(this.#session, params);
    if (snapshot === undefined) return null;
    const answer = { resultId: String(++this.#count), data: this.#session.features.semanticTokens(snapshot) };
    if (snapshot.document.version !== undefined) this.#answered.set(snapshot.uri, answer);
    return answer;
  }

  async #delta(params: unknown) {
    const { previousResultId } = fieldsOf(params);
    const before = this.#answered.get(documentIn(params));
    const now = await this.#full(params);
    if (now === null || before === undefined || before.resultId !== previousResultId) return now;
    return { resultId: now.resultId, edits: editsBetween(before.data, now.data) };
  }

  async #range(params: unknown) {
    const snapshot = await snapshotFor(this.#session, params);
    if (snapshot === undefined) return null;
    return { data: this.#session.features.semanticTokens(snapshot, snapshot.document.spanOf(rangeIn(params))) };
  }
}

/** One edit from the first to the last number that differs. */
function editsBetween(before: readonly number[], now: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === now[now.length - 1 - end]) end++;
  const deleteCount = before.length - start - end;
  const data = now.slice(start, now.length - end);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
