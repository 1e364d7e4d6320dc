import type { MarkupContent } from 'vscode-languageserver-types';
import type { ClientFeatures } from '../../workspace/snapshot.js';
import { snippetDocumentation, subjectDocumentation } from './documentation.js';
import { textOfSnippet } from './insertion.js';
import { subjectOf } from './later.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * An item with its documentation, for a client that asks for that when somebody looks at the item. Whatever has become of
 * the document, the answer is the same.
 * @param item as a client sends it back, which may be anything; what we have not made stays as it is
 */
export function resolveCompletion(item: Fields, client: ClientFeatures): Fields {
  const documentation = documentationOf(item, client);
  return documentation === undefined ? item : { ...item, documentation };
}

function documentationOf({ data, label, ...item }: Fields, client: ClientFeatures): MarkupContent | undefined {
  if (Object(data).snippet === true) {
    const inserted = Object(item.textEdit).newText ?? item.textEditText ?? item.insertText ?? label;
    return typeof inserted === 'string' ? snippetDocumentation(textOfSnippet(inserted), client) : undefined;
  }
  const subject = subjectOf(data);
  return subject && subjectDocumentation(subject, String(label), client);
}
