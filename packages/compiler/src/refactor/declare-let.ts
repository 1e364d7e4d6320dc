import type { FileModel, Flow } from '../names/model.js';
import { filesSeeing } from '../names/queries.js';
import type { Program } from '../program.js';
import { childrenOf, pathTo, type SyntaxNode, type TextNode } from '../syntax/tree.js';
import { sourceOf } from '../text/span.js';
import { declarationBefore, freshName, isInUse, plainText, type Refactoring, replaced } from './edits.js';

/** Gives a text of a step a name, and the same text wherever else it stands in the file. */
export function declareLet(program: Program, file: FileModel, offset: number): Refactoring[] {
  const { tree, text: source } = file.parsed;
  const path = pathTo(tree, offset);
  const at = path.findLastIndex(({ kind }) => kind === 'text');
  const [owner, node] = [path[at - 1], path[at]];
  if (node?.kind !== 'text' || owner === undefined || !takesHoles(owner, node)) return [];
  const value = plainText(node, sourceOf(source, node));
  if (value === undefined || value.trim() === '') return [];
  const wanted = /^https?:/i.test(value) ? 'address' : 'wording';
  const isLet = isInUse(program, file.uri, 'lets');
  // A flow of any file that would see it may have taken the name for a parameter of its own.
  const flows = filesSeeing(program, file.uri).flatMap((uri) => program.flows(uri));
  const name = freshName(wanted, (one) => isLet(one) || flows.some((of) => hasParameter(of, one)));
  const places = file.flows
    .flatMap(({ node: of }) => textsIn(of))
    .filter((one) => plainText(one.text, sourceOf(source, one.text)) === value);
  const edits = places.map((one) =>
    replaced(file.uri, one.text, isValue(one.owner, one.text) ? `{${name}}` : `"{${name}}"`),
  );
  const first = places[0]?.text ?? node;
  const declaration = declarationBefore(file, first, `let ${name} = ${sourceOf(source, node)}`);
  return [{ kind: 'extract', title: `Name the text with \`let ${name}\``, edits: [declaration, ...edits] }];
}

function hasParameter({ parameters }: Flow, name: string): boolean {
  return parameters.some((one) => one.name === name);
}

interface TextPlace {
  readonly owner: SyntaxNode;
  readonly text: TextNode;
}

/** The texts of a flow in which a hole may stand. */
function textsIn(node: SyntaxNode): TextPlace[] {
  const found: TextPlace[] = [];
  const visit = (owner: SyntaxNode) => {
    for (const part of childrenOf(owner)) {
      if (part.kind !== 'text') visit(part);
      else if (takesHoles(owner, part)) found.push({ owner, text: part });
    }
  };
  visit(node);
  return found;
}

/** Not so a default of a parameter and the id of a template. The id of a sender is better declared as one. */
function takesHoles(owner: SyntaxNode, text: TextNode): boolean {
  if (['param', 'import', 'let', 'from'].includes(owner.kind)) return false;
  return owner.kind !== 'template-use' || owner.template !== text;
}

/** Whether a hole may stand there alone, without quotes. */
function isValue(owner: SyntaxNode, text: TextNode): boolean {
  switch (owner.kind) {
    case 'image':
    case 'inbound':
    case 'callback':
    case 'machine':
    case 'to':
    case 'arg':
    case 'video':
      return true;
    case 'button':
    case 'file':
      return owner.url === text;
    case 'verb':
      return owner.keyword.text === 'play';
    default:
      return false;
  }
}
