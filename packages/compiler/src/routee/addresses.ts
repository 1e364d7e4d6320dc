/** Tests of addresses that a regular expression of `limits.ts` alone does not make. */
import { forms } from './limits.js';

/** The format that PLAY takes. Source: reference/send-a-failover-message, the table of `dialPlan.verbs`. */
const soundEnding = 'wav';

/**
 * A web address whose path ends in `.wav`, or in no file ending at all: an address without one may well answer with
 * sound, while `.mp3` promises something else. An ending is a dot and one to five letters or digits at the end of the
 * last segment; query and fragment do not count.
 */
export const playableForm = new RegExp(
  `^(?!https?://[^\\s/?#]+/[^\\s?#]*\\.(?!${soundEnding}(?:[?#]|$))[a-z0-9]{1,5}(?:[?#]|$))${forms.webUrl.source}`,
  'i',
);

/** Whether PLAY can be given this address: absolute, `http` or `https`, and not a file of another kind than WAV. */
export function isPlayable(url: string): boolean {
  return playableForm.test(url);
}
