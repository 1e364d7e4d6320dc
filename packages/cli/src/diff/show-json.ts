import { type Change, type FlowComparison, plain } from '@failover/compiler/compare';
import { placeOf } from '../output/json.js';
import type { Compared } from './compared.js';
import type { ReadSide } from './side.js';

/**
 * For programs: `{ "flows": [ { "flow", "file", "old", "new", "changes": [ { "kind", "message", "step", "parameter",
 * "before", "after", "old", "new" } ] } ] }`. `old` and `new` are places `{ "file", "start", "end" }`, or null.
 */
export function diffJson(compared: Compared) {
  const places = ({ old, new: next }: Pick<FlowComparison, 'old' | 'new'> | Change) => ({
    old: old === undefined ? null : placeOn(compared.old, old),
    new: next === undefined ? null : placeOn(compared.new, next),
  });
  return {
    flows: compared.flows.map((flow) => ({
      flow: flow.name,
      file: fileOf(flow, compared),
      ...places(flow),
      changes: flow.changes.map((change) => ({
        kind: change.kind,
        message: plain(change.sentence),
        ...(change.step === undefined ? {} : { step: change.step }),
        ...(change.parameter === undefined ? {} : { parameter: change.parameter }),
        ...(change.before === undefined ? {} : { before: change.before }),
        ...(change.after === undefined ? {} : { after: change.after }),
        ...places(change),
      })),
    })),
  };
}

function fileOf({ old, new: next }: FlowComparison, compared: Compared): string {
  if (next !== undefined) return compared.new.nameOf(next.uri);
  return old === undefined ? '' : compared.old.nameOf(old.uri);
}

function placeOn(side: ReadSide, place: NonNullable<FlowComparison['old']>) {
  return { ...placeOf(place, side.sources), file: side.nameOf(place.uri) };
}
