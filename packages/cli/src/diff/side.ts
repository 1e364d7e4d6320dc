import type { Diagnostic } from '@failover/compiler';
import type { Side } from '@failover/compiler/compare';
import type { Fault } from '../fault.js';
import type { Sources } from '../output/pretty.js';

/** One side of what `failover diff` compares, read. */
export interface ReadSide {
  readonly side: Side;
  /** A file of it as a person would name it. */
  readonly nameOf: (uri: string) => string;
  /** What stands before that where it is shown: `main:`, or nothing for files on disk. */
  readonly prefix: string;
  readonly sources: Sources;
  /** What is wrong with its failover.json. */
  readonly settingDiagnostics: readonly Diagnostic[];
  /** Files on disk that cannot be read. */
  readonly faults: readonly Fault[];
}
