import type { Program } from '../program.js';
import { sourceOf } from '../text/span.js';
import type { Flow, TemplateUse } from './model.js';
import { namesInScope } from './queries.js';
import { constantText } from './symbols.js';

/** An argument that a template gets although none is written. */
export interface TakenArgument {
  readonly name: string;
  /** How one would write its value: `{pin}`, `5`, `"Acme"`. */
  readonly value: string;
  readonly from: 'parameter' | 'let' | 'default';
}

/** The arguments of a template that are not written: the parameter or let of the same name, or the default. */
export function takenArguments(program: Program, flow: Flow, { symbol, arguments: all }: TemplateUse): TakenArgument[] {
  const taken = all.filter(({ node }) => node === undefined);
  if (taken.length === 0) return [];
  const { lets } = namesInScope(program, flow.uri, flow.node.offset);
  return taken.flatMap(({ name, value }): TakenArgument[] => {
    if (flow.parameters.some((parameter) => parameter.name === name)) {
      return [{ name, value: `{${name}}`, from: 'parameter' }];
    }
    if (lets.some((one) => one.name === name)) return [{ name, value: `{${name}}`, from: 'let' }];
    const param = symbol?.params.find((one) => one.name === name);
    const node = param?.node.default;
    const text = param && program.parsed(param.uri)?.text;
    if (node === undefined || text === undefined) return [];
    // A default that cannot be read has been reported.
    if (typeof value !== 'number' && constantText(value) === undefined) return [];
    return [{ name, value: sourceOf(text, node), from: 'default' }];
  });
}
