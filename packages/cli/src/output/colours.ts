import pc from 'picocolors';
import { stderr, stdout } from './streams.js';

export type Colours = ReturnType<typeof pc.createColors>;

/** Whether a stream is to be coloured: `NO_COLOR` and `FORCE_COLOR` decide, else the terminal. */
export function wantsColours(stream: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return stream.isTTY === true && TERM !== 'dumb';
}

/** The colours of standard error. */
export function stderrColours(): Colours {
  return pc.createColors(wantsColours(stderr.stream));
}

/** The colours of standard output. */
export function stdoutColours(): Colours {
  return pc.createColors(wantsColours(stdout.stream));
}
