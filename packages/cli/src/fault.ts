import type { Place } from '@failover/compiler';

interface FaultExtras {
  /** What to do. */
  readonly help?: string | undefined;
  /** What there is to choose from, a line each. */
  readonly list?: readonly string[] | undefined;
  readonly place?: Place | undefined;
  /** The text of the file in which the place is. */
  readonly text?: string | undefined;
}

/**
 * Wrong usage or unreadable input: the command prints it and ends with status 2. What is wrong with the sources
 * themselves is a diagnostic instead.
 */
export class Fault extends Error {
  readonly extras: FaultExtras;

  constructor(message: string, extras: FaultExtras = {}) {
    super(message);
    this.extras = extras;
  }
}

export const bugReports = 'https://github.com/failover-lang/failover/issues';
