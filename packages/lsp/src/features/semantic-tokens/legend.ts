/** What the words of a file mean. The order is that of the legend. */
export const tokenTypes = [
  ...['keyword', 'namespace', 'class', 'function', 'parameter', 'variable', 'type', 'enumMember'],
  ...['string', 'number', 'comment', 'decorator'],
] as const as readonly TokenType[];

export type TokenType =
  | 'keyword'
  | 'namespace'
  | 'class'
  | 'function'
  | 'parameter'
  | 'variable'
  | 'type'
  | 'enumMember'
  | 'string'
  | 'number'
  | 'comment'
  | 'decorator';

/**
 * The first three are of the protocol. The others tell kinds of keywords and texts apart, which an editor may colour
 * differently: what starts a declaration, moves a flow on, is a channel or a clause, is an escape in a text.
 */
export const tokenModifiers = [
  ...['declaration', 'readonly', 'documentation'],
  ...['declares', 'control', 'channel', 'clause', 'escape'],
] as const as readonly TokenModifier[];

export type TokenModifier =
  | 'declaration'
  | 'readonly'
  | 'documentation'
  | 'declares'
  | 'control'
  | 'channel'
  | 'clause'
  | 'escape';

/** Modifiers as the protocol packs them: a bit each. */
export function bitsOf(modifiers: readonly TokenModifier[]): number {
  return modifiers.reduce((bits, modifier) => bits | (1 << tokenModifiers.indexOf(modifier)), 0);
}
