import type { IToken } from 'chevrotain';
import { keyword, LeftBrace, LeftParen, RightBrace, RightParen, type Token } from './tokens.js';

/** An opening brace or parenthesis. */
export interface Bracket {
  /** What closes it. */
  partner: Token | undefined;
  /** The one around it. */
  readonly enclosing: Bracket | undefined;
  readonly token: IToken;
  /** Whether one of the same kind around it is never closed, and so wants its partner. */
  isContested: boolean;
}

export interface Brackets {
  readonly of: ReadonlyMap<IToken, Bracket>;
  /** The offset of the last brace that closes nothing, or -1: one before it closes too much. */
  readonly lastStray: number;
}

/**
 * Finds what closes each brace and parenthesis. One that is never closed has no partner: a parenthesis ends with the
 * step or the braces that it stands in.
 */
export function pairBrackets(tokens: readonly IToken[]): Brackets {
  const brackets = new Map<IToken, Bracket>();
  let lastStray = -1;
  let open: Bracket | undefined;
  const leaveParens = () => {
    while (open !== undefined && open.token.tokenType === LeftParen) open = open.enclosing;
  };
  for (const token of tokens) {
    const type = token.tokenType;
    if (type === LeftBrace || type === LeftParen) {
      open = { partner: undefined, enclosing: open, token, isContested: false };
      brackets.set(token, open);
    } else if (type === RightParen) {
      if (open !== undefined && open.token.tokenType === LeftParen) {
        open.partner = token as Token;
        open = open.enclosing;
      }
    } else if (type === RightBrace) {
      leaveParens();
      if (open === undefined) lastStray = token.startOffset;
      else open.partner = token as Token;
      open = open?.enclosing;
    } else if (type === keyword.then) {
      leaveParens();
    }
  }
  for (const bracket of brackets.values()) {
    const around = bracket.enclosing;
    if (around === undefined || around.token.tokenType !== bracket.token.tokenType) continue;
    bracket.isContested = around.isContested || around.partner === undefined;
  }
  return { of: brackets, lastStray };
}
