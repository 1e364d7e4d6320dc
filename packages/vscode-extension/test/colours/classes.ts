/**
 * What the parts of a file are, for their colours. The TextMate grammar says it with scopes, the server with types of
 * semantic tokens; both are held to the same expectations, in these words.
 */

interface TokenClass {
  /** How the innermost scope starts that the grammar gives it. */
  readonly scope: string;
  /** The semantic tokens, with their modifiers, that say the same. None where the server leaves it to the grammar. */
  readonly semantic: readonly string[];
}

export const classes = {
  comment: { scope: 'comment.line.double-slash', semantic: ['comment'] },
  documentation: { scope: 'comment.line.documentation', semantic: ['comment.documentation'] },
  'ignore-word': { scope: 'storage.type.annotation', semantic: ['decorator'] },
  'ignored-code': { scope: 'constant.other.diagnostic', semantic: ['comment'] },
  text: { scope: 'string.quoted', semantic: ['string'] },
  escape: { scope: 'constant.character.escape', semantic: ['string.escape'] },
  'wrong-escape': { scope: 'invalid.illegal.escape', semantic: ['string'] },
  'hole-brace': { scope: 'punctuation.definition.template-expression', semantic: [] },
  'name-in-hole': { scope: 'variable.parameter.hole', semantic: ['parameter', 'variable.readonly'] },
  declares: { scope: 'storage.type', semantic: ['keyword.declares'] },
  modifier: { scope: 'storage.modifier', semantic: ['keyword.declares'] },
  control: { scope: 'keyword.control', semantic: ['keyword.control'] },
  clause: { scope: 'keyword.other', semantic: ['keyword.clause'] },
  channel: { scope: 'support.class.channel', semantic: ['keyword.channel'] },
  value: { scope: 'variable.other.enummember', semantic: ['enumMember'] },
  type: { scope: 'support.type', semantic: ['type'] },
  flow: { scope: 'entity.name.function', semantic: ['function.declaration'] },
  template: { scope: 'entity.name.type.template', semantic: ['class', 'class.declaration'] },
  sender: { scope: 'entity.name.namespace', semantic: ['namespace', 'namespace.declaration'] },
  let: { scope: 'variable.other.constant', semantic: ['variable.declaration.readonly'] },
  parameter: { scope: 'variable.parameter.failover', semantic: ['parameter', 'parameter.declaration'] },
  duration: { scope: 'constant.numeric.duration', semantic: ['number'] },
  size: { scope: 'constant.numeric.size', semantic: ['number'] },
  integer: { scope: 'constant.numeric.integer', semantic: ['number'] },
} as const satisfies Readonly<Record<string, TokenClass>>;

export type ClassName = keyof typeof classes;

/** A stretch of a text that is of one class. */
export interface Coloured {
  readonly offset: number;
  readonly text: string;
  readonly class: ClassName;
}
