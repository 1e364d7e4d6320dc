import { keywordOf, parse, tokensIn } from '@failover/compiler';
import type { Colours } from '../output/colours.js';

/** The source of a flow in colours. Whatever is wrong with it, it is all there. */
export function highlight(source: string, colours: Colours): string {
  const file = parse('file:///example.failover', source);
  const painted = [
    ...file.comments.map(({ offset, length }) => ({ offset, length, paint: colours.dim })),
    ...tokensIn(file, { offset: 0, length: source.length }).map((token) => ({
      offset: token.startOffset,
      length: token.image.length,
      paint: painterOf(token.image, keywordOf(token) !== undefined, colours),
    })),
  ].sort((a, b) => a.offset - b.offset);
  let text = '';
  let at = 0;
  for (const { offset, length, paint } of painted) {
    const image = source.slice(offset, offset + length);
    // A text of several lines has its colour on each of them.
    text += source.slice(at, offset) + (paint === undefined ? image : image.replace(/[^\n]+/g, paint));
    at = offset + length;
  }
  return text + source.slice(at);
}

function painterOf(image: string, isKeyword: boolean, colours: Colours): ((text: string) => string) | undefined {
  if (image.startsWith('"')) return colours.green;
  if (/^\d/.test(image)) return colours.yellow;
  return isKeyword ? colours.cyan : undefined;
}
