/** A strict reader of the part of mermaid that diagrams are written in: what it takes, mermaid takes. */

const id = '[a-z][a-z0-9]*';
const label = '"((?:[\\p{L}\\p{N}\\p{M} ,.]|#\\d+;|<br/>)+)"';
const node = new RegExp(`^ *(${id})(?:\\[${label}\\]|\\(\\[${label}\\]\\))$`, 'u');
const edge = new RegExp(`^ *(${id}) -->(?:\\|${label}\\|)? (${id})$`, 'u');
const part = new RegExp(`^ *subgraph (${id})\\[${label}\\]$`, 'u');

export interface Diagram {
  /** What stands in each box, by its id. */
  readonly boxes: ReadonlyMap<string, string>;
  /** `from → to: text` */
  readonly arrows: readonly string[];
  readonly parts: readonly string[];
}

/** @throws Error for a line that is not one of a diagram, and for an arrow from or to nothing */
export function readDiagram(source: string): Diagram {
  const [first, ...lines] = source.trimEnd().split('\n');
  if (first !== 'flowchart TD') throw new Error(`Not the start of a diagram: ${first}`);
  const boxes = new Map<string, string>();
  const arrows: string[] = [];
  const ends: string[] = [];
  const parts: string[] = [];
  let open = 0;
  for (const line of lines) {
    const box = node.exec(line);
    const arrow = edge.exec(line);
    const started = part.exec(line);
    if (started) {
      parts.push(decoded(started[2]));
      open++;
    } else if (line.trim() === 'end' && open > 0) open--;
    else if (box) {
      if (boxes.has(box[1] ?? '')) throw new Error(`A box twice: ${line}`);
      boxes.set(box[1] ?? '', decoded(box[2] ?? box[3]));
    } else if (arrow) {
      ends.push(arrow[1] ?? '', arrow[3] ?? '');
      arrows.push(`${arrow[1]} → ${arrow[3]}${arrow[2] === undefined ? '' : `: ${decoded(arrow[2])}`}`);
    } else throw new Error(`Not a line of a diagram: ${line}`);
  }
  if (open > 0) throw new Error('A part is not closed');
  for (const one of ends) if (!boxes.has(one)) throw new Error(`There is no box ${one}`);
  return { boxes, arrows, parts };
}

function decoded(text = ''): string {
  return text.replaceAll('<br/>', '\n').replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
