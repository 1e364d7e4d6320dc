import type { Flow } from '../names/model.js';
import { typeText } from '../names/types.js';
import { endOf } from '../text/span.js';
import type { Refactoring } from './edits.js';

/** Writes out the parameters that a flow has because its places ask for them. */
export function writeParameters(flow: Flow): Refactoring[] {
  const { node, parameters, uri } = flow;
  const list = parameterList(flow);
  if (node.kind !== 'flow' || node.name === undefined || flow.listed || parameters.length === 0 || list === undefined)
    return [];
  const edit = { uri, offset: endOf(node.name), length: 0, text: list };
  return [{ kind: 'rewrite', title: 'Write out the parameters', edits: [edit] }];
}

/** `(to: phone, pin: text(4..10))`. Nothing where a type is not known, because something is at fault. */
export function parameterList({ parameters }: Flow): string | undefined {
  const written = parameters.flatMap(({ name, effective }) =>
    effective === undefined ? [] : [`${name}: ${typeText(effective)}`],
  );
  return written.length === parameters.length ? `(${written.join(', ')})` : undefined;
}
