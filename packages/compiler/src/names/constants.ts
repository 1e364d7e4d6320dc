import { names } from '../diagnostics/fo2-names.js';
import type { Report } from '../diagnostics/reporter.js';
import type * as tree from '../syntax/tree.js';
import { nearest } from '../text/nearest.js';
import type { Declarations } from './declarations.js';
import { replaceWith } from './fixes.js';
import { longestText, plainText, resolveText, type Scope } from './scope.js';
import type { LetSymbol, Piece, Reference, ResolvedText } from './symbols.js';

export interface ConstantsContext {
  readonly uri: string;
  readonly declarations: Declarations;
  readonly scope: Scope;
  /** The text of a let of another file. */
  readonly letText: (symbol: LetSymbol) => ResolvedText | undefined;
  readonly defines: ReadonlyMap<string, string>;
  readonly report: Report;
  readonly refer: (reference: Reference) => void;
}

/**
 * The texts of a file that no parameter fills: lets, and the ids of senders and templates. A let may use the lets above
 * it, so one pass from top to bottom knows them all.
 */
export function resolveConstants(context: ConstantsContext): Map<tree.TextNode, ResolvedText> {
  const { declarations, defines } = context;
  const constants = new Map<tree.TextNode, ResolvedText>();
  const above = new Set<LetSymbol>();
  for (const symbol of declarations.lets) {
    if (symbol.node.value !== undefined) {
      const own = resolveConstant(symbol.node.value, `The let \`${symbol.name}\``, context, constants, above);
      const defined = defines.get(symbol.name);
      const { offset, length } = symbol.node.value;
      constants.set(
        symbol.node.value,
        defined === undefined ? own : { offset, length, pieces: defined === '' ? [] : [defined], known: true },
      );
    }
    above.add(symbol);
  }
  for (const sender of declarations.senders) {
    for (const { id } of sender.node.ids) {
      if (id) constants.set(id, resolveConstant(id, 'The id of a sender', context, constants, above));
    }
  }
  for (const { node } of declarations.templates) {
    if (node.id) constants.set(node.id, resolveConstant(node.id, 'The id of a template', context, constants, above));
  }
  return constants;
}

function resolveConstant(
  node: tree.TextNode,
  what: string,
  context: ConstantsContext,
  constants: ReadonlyMap<tree.TextNode, ResolvedText>,
  visible: ReadonlySet<LetSymbol>,
): ResolvedText {
  const plain = plainText(node);
  if (plain !== undefined) return plain;
  const { uri, scope, report, refer } = context;
  const lookUp = (hole: tree.HoleNode, name: string): readonly Piece[] | undefined => {
    const place = hole.name ?? hole;
    const symbol = scope.lets.get(name);
    if (symbol === undefined) {
      if (!scope.isComplete) return undefined;
      const suggestion = nearest(name, scope.lets.keys());
      const fixes = suggestion === undefined ? [] : [replaceWith(uri, place, suggestion)];
      report(names.parameterInConstant, place, { name, what }, { fixes });
      return undefined;
    }
    refer({ offset: place.offset, length: place.length, symbol, implicit: false });
    if (symbol.uri === uri && !visible.has(symbol)) {
      report(
        names.letBelow,
        place,
        { name },
        {
          related: [{ uri, offset: symbol.offset, length: symbol.length, message: 'declared here' }],
        },
      );
      return undefined;
    }
    const text = symbol.uri === uri ? symbol.node.value && constants.get(symbol.node.value) : context.letText(symbol);
    return text?.known ? text.pieces : undefined;
  };
  return resolveText(node, lookUp, () => report(names.textTooLong, node, { max: longestText }));
}
