import type { Comment } from './tokens.js';
import { eachPart, type ItemNode, type SyntaxNode } from './tree.js';

/**
 * Every node of an item that has been moved, the item among them: finding them costs more than moving them, and what
 * stands behind an edit is moved by each. Not those of what has just been read: V8 keeps the young entries of an old
 * WeakMap until it looks at all that there is, and where each edit made one, that would be most of its garbage.
 */
const nodesOf = new WeakMap<ItemNode, readonly Movable[]>();
type Movable = { offset: number };

/** Moves items from an index on. */
export function moveItems(items: readonly ItemNode[], from: number, by: number): void {
  if (by === 0) return;
  for (let index = from; index < items.length; index++) {
    const item = items[index] as ItemNode;
    let nodes = nodesOf.get(item);
    if (nodes === undefined) {
      nodes = nodesIn(item);
      nodesOf.set(item, nodes);
    }
    for (const node of nodes) node.offset += by;
  }
}

/** Moves comments from an index on. */
export function moveComments(comments: readonly Comment[], from: number, by: number): void {
  if (by === 0) return;
  for (let index = from; index < comments.length; index++) (comments[index] as Movable).offset += by;
}

/** Moves a node with all of its parts. No node is a part of two, so each is moved once. */
export function moveTree(node: SyntaxNode, by: number): void {
  const move = (part: SyntaxNode) => {
    (part as Movable).offset += by;
    eachPart(part, move);
  };
  move(node);
}

function nodesIn(item: ItemNode): Movable[] {
  const nodes: SyntaxNode[] = [];
  const add = (node: SyntaxNode) => {
    nodes.push(node);
    eachPart(node, add);
  };
  add(item);
  return nodes;
}
