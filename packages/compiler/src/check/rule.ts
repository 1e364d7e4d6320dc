import type { Report } from '../diagnostics/reporter.js';
import type { FileNames, Flow, Step } from '../names/model.js';
import type { AnySymbol } from '../names/symbols.js';
import type * as tree from '../syntax/tree.js';

/** A rule looks at one step of a flow, at a flow, or at what a file declares, and says what is wrong. */
export type StepRule = (step: Step, flow: Flow, report: Report) => void;
export type FlowRule = (flow: Flow, report: Report) => void;
export type FileRule = (file: FileNames, report: Report) => void;

/** What the whole of a file uses. */
export interface Uses {
  readonly symbols: ReadonlySet<AnySymbol>;
  readonly settings: ReadonlySet<tree.SettingNode>;
  /** Whether another file imports it: then what it does not use itself may be used there. */
  readonly isImported: boolean;
}

export type UseRule = (file: FileNames, uses: Uses, report: Report) => void;
