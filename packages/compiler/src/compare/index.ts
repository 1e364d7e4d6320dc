/** What has changed between two versions of flows: an entry of its own, which only who compares loads. */

export { type Change, type ChangeKind, changeKinds, type FlowComparison, type StepRef } from './change.js';
export { compare, type Side } from './compare.js';
export { plain, type Quoted, type Sentence } from './sentence.js';
