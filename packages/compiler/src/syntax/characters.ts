/** What names are made of, and how far they go. */

// Regular expressions for letters of every alphabet are dear to make: they are made when a text has such letters.
const nameTail = lazily(() => /[\p{L}\p{M}\p{Nd}_]*(?:-[\p{L}\p{Nd}_][\p{L}\p{M}\p{Nd}_]*)*/uy);
const nameStart = lazily(() => /[\p{L}_]/uy);

export function lazily(make: () => RegExp): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
}

export function startsName(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return isAsciiLetter(code);
  const start = nameStart();
  start.lastIndex = at;
  return start.test(text);
}

/** Where the name ends that starts at a place. Most are of ASCII characters, for which no regular expression is asked. */
export function endOfName(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isAsciiLetter(code) || isDigit(code)) {
      at++;
    } else if (code === 0x2d && isNameCode(text.charCodeAt(at + 1))) {
      at += 2;
    } else if (code >= 0x80 || (code === 0x2d && text.charCodeAt(at + 1) >= 0x80)) {
      const tail = nameTail();
      tail.lastIndex = start;
      return tail.test(text) ? tail.lastIndex : start;
    } else {
      return at;
    }
  }
}

function isNameCode(code: number): boolean {
  return isAsciiLetter(code) || isDigit(code);
}
