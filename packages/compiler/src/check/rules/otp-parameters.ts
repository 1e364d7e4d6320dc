import { count } from '../../diagnostics/define.js';
import type { Fix } from '../../diagnostics/diagnostic.js';
import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { lint } from '../../diagnostics/fo4-lint.js';
import type { Report } from '../../diagnostics/reporter.js';
import { replaceWith } from '../../names/fixes.js';
import type { Argument } from '../../names/model.js';
import { constant, constantText, fixedText, type ResolvedText } from '../../names/symbols.js';
import { intersect, type Type, typeText } from '../../names/types.js';
import { lengthRange } from '../../names/values.js';
import { limits } from '../../routee/limits.js';
import { knownTemplate, minutesParameters } from '../../routee/templates.js';
import type { StepRule } from '../rule.js';
import { headOf } from './content-fits.js';
import { sameNames } from './template-declaration.js';

/** What the parameters of Routee's predefined templates take. */
export const otpParameters: StepRule = (step, _flow, report) => {
  const id = step.template?.id && constantText(step.template.id);
  if (step.template === undefined || id === undefined || knownTemplate(id) === undefined) return;
  const declared = new Map(step.template.symbol?.params.map((param) => [param.name, param.type]));
  for (const argument of step.template.arguments) checkArgument(argument, declared.get(argument.name), report);
};

/** @param declared what the template's own declaration asks for, which has been checked */
function checkArgument(argument: Argument, declared: Type | undefined, report: Report): void {
  const { name, value } = argument;
  const place = argument.node?.value ?? argument;
  if (minutesParameters.includes(name)) {
    if (!isMinutes(argument)) report(endpoint.otpMinutes, place, { name });
    return;
  }
  const text = typeof value === 'number' ? constant(place, String(value)) : value;
  if (!text.known) return;
  const { min, max, bounded } = lengthRange(text);
  const isConstant = constantText(text) !== undefined;
  if (name === 'pin') {
    const pin = limits.otp.pin;
    const tooLong = max > pin.max;
    if ((tooLong || (bounded && min < pin.min)) && !isRefused(declared, min, max)) {
      const length = tooLong ? max : min;
      const found = `${isConstant ? '' : tooLong ? 'up to ' : 'as few as '}${count(length, 'character')}`;
      report(endpoint.otpPin, place, { found, ...pin }, { fixes: narrowing(text, pin) });
    }
  } else if (max > limits.otp.text.max && !isRefused(declared, min, max)) {
    const params = { name, length: max, max: limits.otp.text.max, worst: !isConstant };
    report(endpoint.otpText, place, params, { fixes: narrowing(text, limits.otp.text) });
  }
  const isAddress = text.pieces.some((piece) => typeof piece !== 'string' && piece.parameter.type?.kind === 'url');
  if (isAddress || /https?:\/\/|www\./i.test(fixedText(text))) report(endpoint.otpLink, place, { name });
}

/** Gives the parameter that is the whole value a range within the limit. */
function narrowing({ pieces }: ResolvedText, limit: { readonly min?: number; readonly max: number }): Fix[] {
  const [only] = pieces;
  if (typeof only !== 'object' || pieces.length > 1) return [];
  const { type, node, uri } = only.parameter;
  const both = type && intersect(type, { kind: 'text', ...limit });
  return both?.kind !== 'text' || node?.type === undefined ? [] : [replaceWith(uri, node.type, typeText(both))];
}

function isRefused(declared: Type | undefined, min: number, max: number): boolean {
  return declared?.kind === 'text' && (max > (declared.max ?? max) || min < (declared.min ?? min));
}

function isMinutes({ value, asNumber }: Argument): boolean {
  if (typeof value === 'number') return value > 0;
  const constant = constantText(value);
  if (constant !== undefined) return /^[1-9]\d{0,5}$/.test(constant);
  const [only] = value.pieces;
  const type = typeof only === 'object' ? only.parameter.type : undefined;
  if (asNumber && type?.kind === 'int' && (type.min ?? 1) < 1) return false;
  return !value.known || asNumber || value.pieces.length > 1;
}

/** A step that gives a predefined template other parameters than Routee lists. */
export const knownTemplateArguments: StepRule = (step, _flow, report) => {
  const { template } = step;
  const id = template?.id && constantText(template.id);
  const known = id && knownTemplate(id);
  // For a declared template, that is said where it is declared.
  if (!template || !known || template.symbol !== undefined) return;
  const found = template.arguments.map(({ name }) => name);
  if (sameNames(found, known.parameters)) return;
  const params = { template: known.title, wanted: known.parameters, found };
  report(lint.knownTemplateParameters, template.node.args ?? headOf(template.node), params);
};
