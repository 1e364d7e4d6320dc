import { type Bundle, describeType, documentationOf, type Flow } from '@failover/compiler';
import type { CurlCommand, FlowDrawing, FlowPayload } from '../protocol.js';
import type { Snapshot } from '../workspace/snapshot.js';
import { curlCommand } from './flow/curl.js';
import { drawingOf } from './flow/drawing.js';
import { errorsOf } from './flow/problems.js';

/** What the commands of the protocol answer for the flow at a place; nothing where there is none. */

export function payload(snapshot: Snapshot, offset: number): FlowPayload | undefined {
  const flow = flowFor(snapshot, offset);
  if (flow === undefined) return undefined;
  const { endpoint, method, path, payload: body } = snapshot.program.bundle(flow);
  const missing = flow.parameters.flatMap((parameter) => {
    const { name, effective, node } = parameter;
    if (node?.default !== undefined) return [];
    const type = effective === undefined ? [] : [describeType(effective)];
    const documentation = documentationOf(snapshot.program, parameter);
    return [{ name, description: [...type, ...(documentation === undefined ? [] : [documentation])].join('. ') }];
  });
  const problems = errorsOf(snapshot, flow).map(({ message }) => message);
  return { flow: flow.name, endpoint, method, path, payload: body, missing, problems };
}

export function bundle(snapshot: Snapshot, offset: number): Bundle | undefined {
  const flow = flowFor(snapshot, offset);
  return flow && snapshot.program.bundle(flow);
}

export function curl(snapshot: Snapshot, offset: number): CurlCommand | undefined {
  const flow = flowFor(snapshot, offset);
  return flow && { command: curlCommand(snapshot.program.bundle(flow)) };
}

export function drawing(snapshot: Snapshot, offset: number): FlowDrawing | undefined {
  const flow = flowFor(snapshot, offset);
  return flow && drawingOf(snapshot, flow);
}

/** The flow at a place. Beside all flows it is the only one of the file, if there is one only. */
function flowFor({ program, uri }: Snapshot, offset: number): Flow | undefined {
  const at = program.flowAt(uri, offset);
  if (at !== undefined) return at;
  const [only, ...others] = program.outline(uri)?.declarations.flows ?? [];
  return only !== undefined && others.length === 0 ? program.flowAt(uri, only.offset) : undefined;
}
