import { thousands } from '../diagnostics/define.js';
import { names } from '../diagnostics/fo2-names.js';
import type { Report } from '../diagnostics/reporter.js';
import type * as tree from '../syntax/tree.js';
import { crop } from '../text/crop.js';
import { describeType, type Type, typeFromNode } from './types.js';
import { valueProblem } from './values.js';

/** The faults of a parameter list in itself: names that stand twice, empty ranges, defaults that do not fit. */
export function checkParameters(params: readonly tree.ParamNode[], uri: string, report: Report): void {
  const first = new Map<string, tree.ParamNode>();
  for (const param of params) {
    const other = first.get(param.name.text);
    if (other === undefined) {
      first.set(param.name.text, param);
    } else {
      const place = { uri, offset: other.name.offset, length: other.name.length, message: 'first declared here' };
      report(names.parameterTwice, param.name, { name: param.name.text }, { related: [place] });
    }
    checkRange(param, report);
    checkDefault(param, report);
  }
}

function checkRange(param: tree.ParamNode, report: Report): void {
  const range = param.type?.range;
  const min = range?.min?.value;
  const max = range?.max?.value;
  if (range === undefined) return;
  const isText = param.type?.name.text === 'text';
  const isEmpty = (min !== undefined && max !== undefined && min > max) || (isText && (max ?? 0) < 0);
  if (isEmpty || (isText && (min ?? 0) < 0)) report(names.emptyRange, range, { min, max });
}

function checkDefault(param: tree.ParamNode, report: Report): void {
  const type = param.default && typeFromNode(param.type);
  if (param.default === undefined || type === undefined) return;
  const value = defaultOf(param, report);
  const problem = value === undefined ? undefined : valueProblem(type, value);
  if (problem === undefined) return;
  const name = param.name.text;
  const said = problem.kind === 'range' ? problem.problem : `is ${describeConstant(type, value)}`;
  const wanted = describeType(type);
  report(names.defaultType, param.default, { name, type: wanted, problem: said });
}

/** A value that is not of a type, in the words of a message: its kind where that is the fault, else the value. */
export function describeConstant(type: Type, value: unknown): string {
  if (typeof value === 'number')
    return type.kind === 'int' ? `a number beyond ${thousands(Number.MAX_SAFE_INTEGER)}` : 'a number';
  return type.kind === 'int' ? 'a text' : `\`${crop(String(value))}\``;
}

/** The value that stands behind `=`. */
export function defaultOf(param: tree.ParamNode | undefined, report?: Report): string | number | undefined {
  const node = param?.default;
  if (node === undefined) return undefined;
  if (node.kind === 'integer') return node.value;
  if (!node.sound) return undefined;
  const hole = node.parts.find((part) => part.kind === 'hole');
  if (hole !== undefined) {
    report?.(names.holeInFixedText, hole, { what: 'A default' });
    return undefined;
  }
  return node.parts.map((part) => (part.kind === 'chars' ? part.value : '')).join('');
}
