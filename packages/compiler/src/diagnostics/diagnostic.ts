import type { Place } from '../text/span.js';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A replacement of a stretch of a file. */
export interface TextEdit extends Place {
  readonly text: string;
}

/** A mend that an editor can apply: all of its edits or none. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

export interface RelatedPlace extends Place {
  readonly message: string;
}

export interface Diagnostic extends Place {
  /** Stable: `FO` and four digits. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, naming the thing and the limit. */
  readonly message: string;
  /** Why it matters, the same for every diagnostic of this code. */
  readonly why: string;
  /** What to do, where no fix says it. */
  readonly help?: string | undefined;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  readonly tags: readonly ('unnecessary' | 'deprecated')[];
}

/** What a reporter may add to a diagnostic. */
export interface DiagnosticExtras {
  readonly help?: string | undefined;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
}
