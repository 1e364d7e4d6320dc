import type { Candidate, CandidateKind } from '@failover/compiler';
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type Range,
} from 'vscode-languageserver-types';
import type { ClientFeatures, Snapshot } from '../../workspace/snapshot.js';
import { documentationFor } from './documentation.js';
import { hasStops, plainOf, snippetOf } from './insertion.js';
import { laterData } from './later.js';

type ItemDefaults = NonNullable<CompletionList['itemDefaults']>;

const kinds: Readonly<Record<CandidateKind, CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  channel: CompletionItemKind.Module,
  clause: CompletionItemKind.Property,
  flag: CompletionItemKind.Property,
  status: CompletionItemKind.EnumMember,
  template: CompletionItemKind.Function,
  language: CompletionItemKind.EnumMember,
  argument: CompletionItemKind.Field,
  sender: CompletionItemKind.Class,
  parameter: CompletionItemKind.Variable,
  let: CompletionItemKind.Constant,
  value: CompletionItemKind.Value,
  type: CompletionItemKind.TypeParameter,
  file: CompletionItemKind.File,
  code: CompletionItemKind.EnumMember,
  snippet: CompletionItemKind.Snippet,
};

/** What follows one of a list: typing it takes the candidate. */
const commitCharacters: Readonly<Partial<Record<CandidateKind, string[]>>> = { status: [','], code: [','] };

/** What the items of a list have in common, which a client may take from the list. */
export function itemDefaultsFor(range: Range, { snippets }: ClientFeatures): ItemDefaults {
  return { editRange: range, insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText };
}

/**
 * @param index its place in the list, which the order of the client follows
 * @param defaults what the list says for all of its items; nothing for a client that wants it of each
 */
export function itemOf(
  candidate: Candidate,
  index: number,
  range: Range,
  snapshot: Snapshot,
  defaults: ItemDefaults | undefined,
): CompletionItem {
  const { snippets } = snapshot.client;
  const { label, kind, detail, filter } = candidate;
  const isSnippet = snippets && hasStops(candidate.insert);
  const newText = isSnippet ? snippetOf(candidate.insert) : plainOf(candidate, snippets);
  const format = isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText;
  const commits = commitCharacters[kind];
  const item: CompletionItem = { label, kind: kinds[kind], sortText: String(index).padStart(4, '0') };
  if (defaults === undefined) item.textEdit = { range, newText };
  else if (newText !== label) item.textEditText = newText;
  if (defaults?.insertTextFormat !== format) item.insertTextFormat = format;
  if (newText.includes('\n')) item.insertTextMode = InsertTextMode.adjustIndentation;
  if (detail !== undefined) item.detail = detail;
  if (filter !== undefined) item.filterText = filter;
  if (commits !== undefined) item.commitCharacters = commits;
  document(item, candidate, isSnippet, snapshot);
  return item;
}

/** Has an item tell about itself, or carry what that is found by when somebody looks at it. */
function document(item: CompletionItem, candidate: Candidate, isSnippet: boolean, snapshot: Snapshot): void {
  const data = snapshot.client.resolvesDocumentation ? laterData(candidate, isSnippet) : undefined;
  if (data !== undefined) {
    item.data = data;
    return;
  }
  const documentation = documentationFor(candidate, snapshot);
  if (documentation !== undefined) item.documentation = documentation;
}
