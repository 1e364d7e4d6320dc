import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Flow } from '../names/model.js';
import type { Program } from '../program.js';
import { endOf } from '../text/span.js';

/**
 * The errors that make doubtful what a flow says: in it, in what its file says for all of its flows, and in each file that
 * is imported on the way.
 */
export function errorsBehind(program: Program, flow: Flow): Diagnostic[] {
  const others = program.flows(flow.uri).filter(({ node }) => node !== flow.node);
  const isOfAnother = (one: Diagnostic) =>
    one.uri === flow.uri && others.some(({ node }) => node.offset <= one.offset && one.offset < endOf(node));
  return filesBehind(program, flow.uri)
    .flatMap((uri) => program.diagnostics(uri))
    .filter((one) => one.severity === 'error' && !isOfAnother(one));
}

function filesBehind(program: Program, uri: string): string[] {
  const files = new Set([uri]);
  for (const file of files) for (const one of program.outline(file)?.imports ?? []) if (one.uri) files.add(one.uri);
  return [...files];
}
