/// <reference path="./railroad-diagrams.d.ts" />
import draw, { type Item } from 'railroad-diagrams';
import type { Part } from './part.js';

/** Colours that can be read on white and on black: GitHub shows the same picture in both of its themes. */
const style = `
.railroad-diagram path { fill: none; stroke: #7d8590; stroke-width: 2; }
.railroad-diagram rect { fill: #eef4ff; stroke: #4a7bd0; stroke-width: 1.5; }
.railroad-diagram rect[rx] { fill: #e6f6ea; stroke: #3c9a58; }
.railroad-diagram text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; text-anchor: middle; fill: #14202e; }
.railroad-diagram rect[rx] + text { font-weight: bold; }
.railroad-diagram text.comment { font-style: italic; font-size: 12px; fill: #7d8590; }
`;

/** A rule as an SVG file. */
export function diagramOf(name: string, part: Part): string {
  const svg = draw.Diagram(itemOf(part)).format(6).toString();
  const head = `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${name}" `;
  return `${svg.replace('<svg ', head).replace(/>\n/, `>\n<style>${style}</style>\n`).trim()}\n`;
}

function itemOf(part: Part): Item {
  switch (part.kind) {
    case 'word':
      return draw.Terminal(part.text);
    case 'token':
    case 'rule':
      return draw.NonTerminal(part.name);
    case 'sequence':
      return sequenceOf(part.parts);
    case 'all':
      return draw.OneOrMore(draw.Choice(0, ...part.parts.map(itemOf)), draw.Comment('each once'));
    case 'choice':
      return draw.Choice(0, ...part.parts.map(itemOf));
    case 'optional':
      return draw.Optional(itemOf(part.part));
    case 'repeat':
      return draw.ZeroOrMore(itemOf(part.part));
  }
}

/** A list is drawn as a way back through its comma. */
function sequenceOf(parts: readonly Part[]): Item {
  const items: Item[] = [];
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    const next = parts[index + 1];
    if (part === undefined) continue;
    const mark = next?.kind === 'repeat' ? separatorIn(next.part, part) : undefined;
    if (mark === undefined) {
      items.push(itemOf(part));
    } else {
      items.push(draw.OneOrMore(itemOf(part), draw.Terminal(mark)));
      index++;
    }
  }
  return draw.Sequence(...items);
}

/** What stands between two of an item in `item { separator item }`. */
function separatorIn(repeated: Part, item: Part): string | undefined {
  if (repeated.kind !== 'sequence' || repeated.parts.length !== 2) return undefined;
  const [mark, again] = repeated.parts;
  return mark?.kind === 'word' && JSON.stringify(again) === JSON.stringify(item) ? mark.text : undefined;
}
