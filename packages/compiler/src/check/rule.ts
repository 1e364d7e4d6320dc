import type { Report } from '../diagnostics/reporter.js';
import type { FileModel, Flow, Step } from '../names/model.js';

/** A rule looks at one step of a flow, at a flow, or at a file, and says what is wrong. */
export type StepRule = (step: Step, flow: Flow, report: Report) => void;
export type FlowRule = (flow: Flow, report: Report) => void;
export type FileRule = (file: FileModel, report: Report, surroundings: Surroundings) => void;

/** What a rule about a file must know of the others. */
export interface Surroundings {
  readonly isImported: boolean;
}
