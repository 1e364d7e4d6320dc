import type { Diagnostic, Flow, Span } from '@failover/compiler';
import type { Snapshot } from '../../workspace/snapshot.js';

/** What is wrong within a part of the file. */
export function diagnosticsIn({ program, uri }: Snapshot, { offset, length }: Span): Diagnostic[] {
  return program.diagnostics(uri).filter((one) => offset <= one.offset && one.offset + one.length <= offset + length);
}

export function errorsOf(snapshot: Snapshot, flow: Flow): Diagnostic[] {
  return diagnosticsIn(snapshot, flow.node).filter(({ severity }) => severity === 'error');
}
