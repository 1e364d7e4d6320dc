/**
 * Whether a text is a name as the language writes it: a letter or `_`, then letters, digits and `_`, with single `-`
 * inside. Names of template parameters and template languages have this form, so that each can be written in a flow.
 */
export function isName(text: string): boolean {
  return /^[A-Za-z_]\w*(?:-\w+)*$/.test(text) || nameForm().test(text);
}

/** The same as a pattern. One for letters of every alphabet is dear to make, so it is made when it is asked for. */
export function nameForm(): RegExp {
  return /^[\p{L}_][\p{L}\p{M}\p{Nd}_]*(?:-[\p{L}\p{Nd}_][\p{L}\p{M}\p{Nd}_]*)*$/u;
}
