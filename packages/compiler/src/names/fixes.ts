import type { Fix } from '../diagnostics/diagnostic.js';
import type * as tree from '../syntax/tree.js';
import { endOf, type Span } from '../text/span.js';

/** Mends that several diagnostics offer. */

export function replaceWith(uri: string, span: Span, text: string): Fix {
  return { title: `Write \`${text}\``, edits: [{ uri, offset: span.offset, length: span.length, text }] };
}

export function insertAt(uri: string, offset: number, text: string, title: string): Fix {
  return { title, edits: [{ uri, offset, length: 0, text }] };
}

/** Adds a parameter such as `to: phone` to the list of a flow: the recipient first, others last. */
export function addParameter(uri: string, flow: tree.FlowNode, parameter: string): Fix[] {
  const title = `Add the parameter \`${parameter}\``;
  const { params } = flow;
  if (params === undefined) return [];
  const last = params.list.at(-1);
  if (last === undefined) return [insertAt(uri, params.offset + 1, parameter, title)];
  if (parameter.startsWith('to:')) return [insertAt(uri, params.offset + 1, `${parameter}, `, title)];
  return [insertAt(uri, endOf(last), `, ${parameter}`, title)];
}
