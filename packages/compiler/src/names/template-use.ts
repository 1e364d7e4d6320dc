import { names } from '../diagnostics/fo2-names.js';
import { limits } from '../routee/limits.js';
import { knownTemplate, minutesParameters } from '../routee/templates.js';
import type * as tree from '../syntax/tree.js';
import { nearest } from '../text/nearest.js';
import type { Span } from '../text/span.js';
import { languageSymbol } from './declarations.js';
import { replaceWith } from './fixes.js';
import type { FlowResolver } from './flow.js';
import type { Argument, TemplateUse } from './model.js';
import { defaultOf, describeConstant } from './parameters.js';
import { constant, constantText, type ResolvedText, type TemplateParameter, type TemplateSymbol } from './symbols.js';
import { describeRange, describeType, type Type } from './types.js';
import { lengthRange, valueProblem } from './values.js';

/** The template of a step, its arguments in the order of the payload, and its language. */
export function resolveTemplateUse(flow: FlowResolver, step: tree.StepNode, node: tree.TemplateUseNode): TemplateUse {
  const { context } = flow;
  let symbol: TemplateSymbol | undefined;
  let id: ResolvedText | undefined;
  if (node.template?.kind === 'word') {
    symbol = context.scope.templates.get(node.template.text);
    if (symbol === undefined) {
      flow.parameters.unknown(names.unknownTemplate, node.template, context.scope.templates.keys());
    } else {
      context.refer({ offset: node.template.offset, length: node.template.length, symbol, implicit: false });
      id = symbol.node.id && context.constant(symbol.uri, symbol.node.id);
    }
  } else if (node.template !== undefined) {
    id = flow.text(node.template, { kind: 'text' });
  }
  const written = writtenArguments(flow, node, symbol, id);
  const taken = symbol === undefined ? [] : takenArguments(flow, node, symbol, id, written);
  const clause = step.clauses.find((one) => one.kind === 'lang');
  const lang = clause?.lang;
  const hasArguments = node.args !== undefined || (symbol?.params.length ?? 0) > 0;
  const langText = lang && languageOf(flow, lang, symbol);
  return { node, symbol, id, arguments: [...written, ...taken], hasArguments, lang, langText };
}

function writtenArguments(
  flow: FlowResolver,
  node: tree.TemplateUseNode,
  symbol: TemplateSymbol | undefined,
  id: ResolvedText | undefined,
): Argument[] {
  if (node.args === undefined) return [];
  const { context } = flow;
  const params = new Map(symbol?.params.map((param) => [param.name, param]));
  const known = id && knownTemplate(constantText(id) ?? '');
  const seen = new Set<string>();
  const result: Argument[] = [];
  for (const arg of node.args.list) {
    const name = arg.name.text;
    if (seen.has(name)) {
      context.report(names.argumentTwice, arg.name, { name });
      continue;
    }
    seen.add(name);
    const param = params.get(name);
    if (symbol !== undefined && param === undefined) {
      const suggestion = nearest(name, params.keys());
      const fixes = suggestion === undefined ? [] : [replaceWith(context.uri, arg.name, suggestion)];
      context.report(names.unknownArgument, arg.name, { name, template: symbol.name, suggestion }, { fixes });
    }
    if (param !== undefined) {
      context.refer({ offset: arg.name.offset, length: arg.name.length, symbol: param, implicit: false });
    }
    const type = param === undefined ? (known ? { kind: knownParameterType(name).kind } : undefined) : param.type;
    const value = argumentValue(flow, arg, type);
    if (value === undefined) continue;
    if (known && typeof value === 'object') flow.parameters.narrow(value, knownParameterType(name));
    if (param !== undefined && type !== undefined) checkArgument(flow, arg, type, value);
    else if (typeof value === 'number') checkConstant(flow, arg.value ?? arg, name, { kind: 'int' }, value);
    const { offset, length } = arg;
    result.push({
      ...{ name, offset, length, value, node: arg },
      // What a parameter is may only show at a later place.
      get asNumber() {
        return isNumber(type, value);
      },
    });
  }
  return result;
}

/** What the parameters of Routee's predefined templates take. Source: docs/template-variables-validations. */
export function knownParameterType(name: string): Extract<Type, { kind: 'text' | 'int' }> {
  if (minutesParameters.includes(name)) return { kind: 'int', min: 1 };
  if (name === 'pin') return { kind: 'text', ...limits.otp.pin };
  return { kind: 'text', max: limits.otp.text.max };
}

/** Whether a value that is one parameter goes into the payload as a number. */
function isNumber(type: Type | undefined, value: ResolvedText | number): boolean {
  if (typeof value === 'number') return true;
  const piece = value.pieces[0];
  if (value.pieces.length !== 1 || piece === undefined || typeof piece === 'string') return false;
  return (type ?? piece.parameter.type)?.kind === 'int';
}

function argumentValue(
  flow: FlowResolver,
  arg: tree.ArgNode,
  type: Type | undefined,
): ResolvedText | number | undefined {
  if (arg.value === undefined) return undefined;
  if (arg.value.kind === 'integer') return arg.value.value;
  if (arg.value.kind === 'text') return flow.text(arg.value, { kind: 'any' });
  // Without a declaration, a hole may be a text or a number: it is sent as what it is.
  return flow.text(arg.value, type ?? { kind: 'any' });
}

function checkArgument(flow: FlowResolver, arg: tree.ArgNode, type: Type, value: ResolvedText | number): void {
  const { report, uri } = flow.context;
  const place = arg.value ?? arg;
  const name = arg.name.text;
  const ofLet = arg.value?.kind === 'hole' ? arg.value.name?.text : undefined;
  const wrong = (found: string, fix?: string) => {
    const isFit = fix !== undefined && valueProblem(type, type.kind === 'int' ? Number(fix) : fix) === undefined;
    const fixes = isFit ? [replaceWith(uri, place, type.kind === 'int' ? fix : `"${fix}"`)] : [];
    report(names.argumentType, place, { name, wanted: describeType(type), found }, { fixes });
  };
  if (typeof value === 'number') {
    if (type.kind !== 'int') wrong('a number', String(value));
    else checkConstant(flow, place, name, type, value);
    return;
  }
  const text = constantText(value);
  if (!value.known || (arg.value?.kind === 'hole' && text === undefined)) return;
  if (type.kind === 'int') wrong('a text', text !== undefined && /^-?\d{1,15}$/.test(text) ? text : undefined);
  else if (text !== undefined) checkConstant(flow, place, name, type, text, ofLet);
  else if (type.kind === 'text') checkLength(flow, arg, type, value);
}

/** @param ofLet the let that has the value, which is at fault once in a flow, however many steps take it */
function checkConstant(
  flow: FlowResolver,
  place: Span,
  name: string,
  type: Type,
  value: string | number,
  ofLet?: string,
): void {
  const problem = valueProblem(type, value);
  if (problem !== undefined && ofLet !== undefined) {
    const said = JSON.stringify([ofLet, name, type]);
    flow.saidOfLets ??= new Set();
    if (flow.saidOfLets.has(said)) return;
    flow.saidOfLets.add(said);
  }
  if (problem?.kind === 'type') {
    const found = describeConstant(type, value);
    flow.context.report(names.argumentType, place, { name, wanted: describeType(type), found });
  } else if (problem !== undefined) {
    flow.context.report(names.argumentRange, place, { name, problem: problem.problem, limit: problem.limit });
  }
}

/** A text with parameters must fit at its longest, as far as that is known. */
function checkLength(
  flow: FlowResolver,
  arg: tree.ArgNode,
  type: Extract<Type, { kind: 'text' }>,
  value: ResolvedText,
) {
  const { max, min, bounded } = lengthRange(value);
  const tooLong = type.max !== undefined && max > type.max;
  if (!tooLong && !(bounded && type.min !== undefined && min < type.min)) return;
  const problem = tooLong ? `may have ${max} characters` : `may have ${min} characters`;
  const params = { name: arg.name.text, problem, limit: describeRange(type) };
  flow.context.report(names.argumentRange, arg.value ?? arg, params);
}

/** Parameters of the template that no argument is written for: the name of the flow's own, or the default. */
function takenArguments(
  flow: FlowResolver,
  node: tree.TemplateUseNode,
  symbol: TemplateSymbol,
  id: ResolvedText | undefined,
  written: readonly Argument[],
): Argument[] {
  const known = id && knownTemplate(constantText(id) ?? '');
  const given = new Set<string>();
  for (const { name } of written) given.add(name);
  for (const { name } of node.args?.list ?? []) given.add(name.text);
  const place = node.template ?? node;
  const result: Argument[] = [];
  for (const param of symbol.params) {
    if (given.has(param.name)) continue;
    given.add(param.name);
    const value = takenValue(flow, place, param, symbol);
    if (value === undefined) continue;
    if (known && typeof value === 'object') flow.parameters.narrow(value, knownParameterType(param.name));
    const { offset, length } = place;
    const asNumber = isNumber(param.type, value);
    result.push({ name: param.name, offset, length, value, asNumber, node: undefined });
  }
  return result;
}

function takenValue(
  flow: FlowResolver,
  place: tree.WordNode | tree.TextNode | tree.TemplateUseNode,
  param: TemplateParameter,
  symbol: TemplateSymbol,
): ResolvedText | number | undefined {
  const { parameters, context } = flow;
  const fallback = defaultOf(param.node);
  if (!parameters.isMeant(param.name) && fallback !== undefined) {
    return typeof fallback === 'number' ? fallback : constant(place, fallback);
  }
  if (!parameters.isMeant(param.name) && parameters.listed) {
    const params = { name: param.name, template: symbol.name };
    context.report(names.missingArgument, place, params, {
      fixes: flow.missingArgumentFixes(param),
      related: [{ uri: param.uri, offset: param.offset, length: param.length, message: 'declared here' }],
    });
    return undefined;
  }
  const pieces = parameters.use(param.name, param.type ?? { kind: 'any' }, place, true);
  if (pieces === undefined) return undefined;
  const value = { offset: place.offset, length: place.length, pieces, known: true };
  const text = constantText(value);
  if (text !== undefined && param.type !== undefined)
    checkConstant(flow, place, param.name, param.type, text, param.name);
  return value;
}

function languageOf(
  flow: FlowResolver,
  node: tree.WordNode | tree.HoleNode,
  symbol: TemplateSymbol | undefined,
): ResolvedText {
  const { offset, length } = node;
  if (node.kind === 'word') {
    const language = symbol && languageSymbol(symbol, node.text);
    if (language !== undefined) flow.context.refer({ offset, length, symbol: language, implicit: false });
    return constant(node, node.text);
  }
  return flow.text(node, { kind: 'lang', langs: [...(symbol?.langs.keys() ?? [])], of: symbol?.name });
}
