import type { Token, TokenList } from './token-list.js';
import { keyword, LeftBrace, LeftParen, RightBrace, RightParen } from './tokens.js';

/** An opening brace or parenthesis. */
export interface Bracket {
  /** What closes it. */
  partner: Token | undefined;
  /** The one around it. */
  readonly enclosing: Bracket | undefined;
  readonly isParenthesis: boolean;
  /** Whether one of the same kind around it is never closed, and so wants its partner. */
  isContested: boolean;
}

export interface Brackets {
  /** By the index of the token that opens. */
  readonly of: ReadonlyMap<number, Bracket>;
  /** The offset of the last brace that closes nothing, or -1: one before it closes too much. */
  readonly lastStray: number;
}

/**
 * Finds what closes each brace and parenthesis. One that is never closed has no partner: a parenthesis ends with the
 * step or the braces that it stands in.
 */
export function pairBrackets(tokens: TokenList): Brackets {
  const brackets = new Map<number, Bracket>();
  let lastStray = -1;
  let open: Bracket | undefined;
  const leaveParens = () => {
    while (open?.isParenthesis === true) open = open.enclosing;
  };
  for (let index = 0; index < tokens.length; index++) {
    const type = tokens.typeAt(index);
    if (type === LeftBrace || type === LeftParen) {
      open = { partner: undefined, enclosing: open, isParenthesis: type === LeftParen, isContested: false };
      brackets.set(index, open);
    } else if (type === RightParen) {
      if (open?.isParenthesis === true) {
        open.partner = tokens.at(index);
        open = open.enclosing;
      }
    } else if (type === RightBrace) {
      leaveParens();
      if (open === undefined) lastStray = tokens.startAt(index);
      else open.partner = tokens.at(index);
      open = open?.enclosing;
    } else if (type === keyword.then) {
      leaveParens();
    }
  }
  for (const bracket of brackets.values()) {
    const around = bracket.enclosing;
    if (around === undefined || around.isParenthesis !== bracket.isParenthesis) continue;
    bracket.isContested = around.isContested || around.partner === undefined;
  }
  return { of: brackets, lastStray };
}
