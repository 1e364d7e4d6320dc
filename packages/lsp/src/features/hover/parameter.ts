import {
  defaultOf,
  describeType,
  type ParameterSymbol,
  stepAt,
  type TemplateParameter,
  type tree,
  typeText,
} from '@failover/compiler';
import type { Snapshot } from '../../workspace/snapshot.js';
import { describeDocumentation } from './documentation.js';
import type { Prose } from './prose.js';

/** A parameter of a template. */
export function describeTemplateParameter(snapshot: Snapshot, symbol: TemplateParameter, prose: Prose): void {
  const { name, type, template } = symbol;
  prose.block('failover', type === undefined ? name : `${name}: ${typeText(type)}`);
  describeDocumentation(snapshot, symbol, prose);
  const is = type === undefined ? '' : `, ${describeType(type)}`;
  prose.paragraph(`A parameter of the template \`${template}\`${is}.`);
  describeDefault(symbol.node, prose);
}

function describeDefault(node: tree.ParamNode | undefined, prose: Prose): void {
  const standard = defaultOf(node);
  if (standard !== undefined) prose.paragraph(`Without a value: ${prose.code(String(standard))}`);
}

/** A parameter of a flow: its type, and where it comes from. */
export function describeParameter(snapshot: Snapshot, symbol: ParameterSymbol, prose: Prose): void {
  const { name, type, effective, node, flow } = symbol;
  prose.block('failover', type === undefined ? name : `${name}: ${typeText(type)}`);
  describeDocumentation(snapshot, symbol, prose);
  const is = effective === undefined ? '' : `, ${describeType(effective)}`;
  const of = `A parameter of the flow ${prose.code(flow)}`;
  if (node === undefined) prose.paragraph(`${of}${is}. It is not listed: it follows from ${origin(snapshot, symbol)}.`);
  else if (type === undefined || effective === undefined || typeText(type) === typeText(effective)) {
    prose.paragraph(`${of}${is}.`);
  } else {
    prose.paragraph(`${of}. Where it is used, it must be ${describeType(effective)}.`);
  }
  describeDefault(node, prose);
}

/** The place that made a parameter of a name. */
function origin({ program, document: own, uri }: Snapshot, symbol: ParameterSymbol): string {
  const flow = symbol.uri === uri ? program.flowAt(uri, symbol.offset) : undefined;
  const step = flow && stepAt(flow, symbol.offset);
  const line = own.lines.positionAt(symbol.offset).line;
  return step === undefined ? `line ${line}` : `step ${step.order} (\`${step.channel}\`, line ${line})`;
}
