import type { Span } from '../text/span.js';
import { parseJson } from './json.js';

/** The place of a key of `define` in the text of a failover.json, quotes and all. Of keys that stand twice, the last counts. */
export function defineKeyIn(text: string, name: string): Span | undefined {
  const { node } = parseJson(text, { allowTrailingComma: true });
  const found = propertyOf(propertyOf(node, 'define')?.[1], name)?.[0];
  return found && { offset: found.offset, length: found.length };
}

type JsonNode = NonNullable<ReturnType<typeof parseJson>['node']>;

function propertyOf(node: JsonNode | undefined, name: string): readonly [JsonNode, JsonNode] | undefined {
  for (const { children: [key, value] = [] } of (node?.children ?? []).toReversed()) {
    if (key?.value === name && value !== undefined) return [key, value];
  }
  return undefined;
}
