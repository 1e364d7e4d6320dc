import type { Program } from '../program.js';
import { endOf, type Span, touches } from '../text/span.js';
import type { Flow, Step } from './model.js';

/** The flow that a place of a file lies in, its ends included. */
export function flowAt(program: Program, uri: string, offset: number): Flow | undefined {
  return program.flows(uri).find(({ node }) => touches(node, offset));
}

/** The flows of which a part lies in a stretch of a file. */
export function flowsIn(program: Program, uri: string, span: Span): Flow[] {
  return program.flows(uri).filter(({ node }) => node.offset <= endOf(span) && span.offset <= endOf(node));
}

/** The step of a flow that a place lies in. */
export function stepAt(flow: Flow, offset: number): Step | undefined {
  // Where two steps touch, a place belongs to the one that starts there.
  return flow.steps.findLast(({ node }) => touches(node, offset));
}
