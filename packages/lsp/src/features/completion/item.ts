import type { Candidate, CandidateKind } from '@failover/compiler';
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type Range,
} from 'vscode-languageserver-types';
import type { Snapshot } from '../../workspace/snapshot.js';
import { documentationFor } from './documentation.js';
import { hasStops, plainOf, snippetOf } from './insertion.js';

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

/** @param index its place in the list, which the order of the client follows */
export function itemOf(candidate: Candidate, index: number, range: Range, snapshot: Snapshot): CompletionItem {
  const { snippets } = snapshot.client;
  const isSnippet = snippets && hasStops(candidate.insert);
  const newText = isSnippet ? snippetOf(candidate.insert) : plainOf(candidate, snippets);
  const documentation = documentationFor(candidate, snapshot);
  const commits = commitCharacters[candidate.kind];
  return {
    label: candidate.label,
    kind: kinds[candidate.kind],
    sortText: String(index).padStart(4, '0'),
    textEdit: { range, newText },
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(newText.includes('\n') && { insertTextMode: InsertTextMode.adjustIndentation }),
    ...(candidate.detail !== undefined && { detail: candidate.detail }),
    ...(documentation !== undefined && { documentation }),
    ...(candidate.filter !== undefined && { filterText: candidate.filter }),
    ...(commits !== undefined && { commitCharacters: commits }),
  };
}
