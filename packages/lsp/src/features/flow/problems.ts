import type { Diagnostic, Flow, Span } from '@failover/compiler';
import type { Snapshot } from '../../workspace/snapshot.js';

/** What is wrong within a part of the file. */
export function diagnosticsIn({ program, uri }: Snapshot, { offset, length }: Span): Diagnostic[] {
  return program.diagnostics(uri).filter((one) => offset <= one.offset && one.offset + one.length <= offset + length);
}

/** What keeps a flow from being sent: errors in it, and in what the file says for all of its flows. */
export function errorsOf({ program, uri }: Snapshot, flow: Flow): Diagnostic[] {
  const others = (program.outline(uri)?.declarations.flows ?? []).filter(({ node }) => node !== flow.node);
  const isOfAnother = (one: Diagnostic) =>
    others.some(({ node }) => node.offset <= one.offset && one.offset < node.offset + node.length);
  return program.diagnostics(uri).filter((one) => one.severity === 'error' && !isOfAnother(one));
}
