import type { Bundle } from '@failover/compiler';
import type { CurlCommand, FlowDrawing, FlowPayload } from '../protocol.js';
import type { Snapshot } from '../workspace/snapshot.js';

/** What the commands of the protocol answer for the flow at a place; nothing where there is none. */

export function payload(_snapshot: Snapshot, _offset: number): FlowPayload | undefined {
  return undefined;
}

export function bundle(_snapshot: Snapshot, _offset: number): Bundle | undefined {
  return undefined;
}

export function curl(_snapshot: Snapshot, _offset: number): CurlCommand | undefined {
  return undefined;
}

export function drawing(_snapshot: Snapshot, _offset: number): FlowDrawing | undefined {
  return undefined;
}
