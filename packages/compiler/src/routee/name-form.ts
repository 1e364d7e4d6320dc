/**
 * A name as the language writes it: a letter or `_`, then letters, digits and `_`, with single `-` inside. Names of
 * template parameters and template languages have this form, so that each of them can be written in a flow.
 */
export const nameForm = /^[\p{L}_][\p{L}\p{M}\p{Nd}_]*(?:-[\p{L}\p{Nd}_][\p{L}\p{M}\p{Nd}_]*)*$/u;
