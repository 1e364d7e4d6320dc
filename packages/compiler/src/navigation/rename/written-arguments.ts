import type { Argument, FileModel, Flow, TemplateUse } from '../../names/model.js';
import { isSame } from '../../names/queries.js';
import type { AnySymbol, TemplateSymbol } from '../../names/symbols.js';
import type { Program } from '../../program.js';
import { endOf, sourceOf } from '../../text/span.js';
import type { RenameEdit, Taken } from './edits.js';

/**
 * Arguments that are taken by their name, where the name is about to change: `template otp` becomes
 * `template otp(pin: {code})`. Those before them are written too, since written arguments come first in the payload.
 */
export function writtenArguments(
  program: Program,
  model: FileModel,
  flow: Flow,
  symbol: AnySymbol,
  name: string,
  taken: Taken,
): RenameEdit[] {
  return flow.steps.flatMap(({ template: use }): RenameEdit[] => {
    const template = use?.symbol;
    if (use === undefined || template === undefined) return [];
    const byName = use.arguments.filter(({ node }) => node === undefined);
    const isTaken = (argument: Argument) => takenBy(argument, taken) !== undefined;
    const isAffected = (argument: Argument) => {
      const source = takenBy(argument, taken);
      return source !== undefined && (isSame(source, symbol) || isOf(template, argument.name, symbol));
    };
    const last = byName.findLastIndex(isAffected);
    if (last === -1) return [];
    const texts = byName.slice(0, last + 1).map((argument) => {
      const written = isOf(template, argument.name, symbol) ? name : argument.name;
      const source = takenBy(argument, taken);
      if (source === undefined) return `${written}: ${defaultText(program, template, argument.name)}`;
      return `${written}: {${isSame(source, symbol) ? name : argument.name}}`;
    });
    const standsFor = byName
      .slice(0, last + 1)
      .filter(isTaken)
      .map(({ offset }) => offset);
    return [{ uri: flow.uri, ...insertion(model, use, texts.join(', ')), standsFor }];
  });
}

/** The parameter or let of the flow that an argument takes by its name; nothing where it takes its default. */
function takenBy({ offset, name }: Argument, taken: Taken): AnySymbol | undefined {
  const there = taken.get(offset)?.map(({ symbol }) => symbol);
  return there?.find((one) => one.name === name && (one.kind === 'parameter' || one.kind === 'let'));
}

function isOf(template: TemplateSymbol, name: string, symbol: AnySymbol): boolean {
  const param = template.params.find((one) => one.name === name);
  return param !== undefined && isSame(param, symbol);
}

function defaultText(program: Program, template: TemplateSymbol, name: string): string {
  const node = template.params.find((one) => one.name === name)?.node.default;
  return node === undefined ? '""' : sourceOf(program.parsed(template.uri)?.text ?? '', node);
}

function insertion({ parsed }: FileModel, { node }: TemplateUse, text: string) {
  const { args, template } = node;
  const last = args?.list.at(-1);
  if (last !== undefined) return { offset: endOf(last), length: 0, text: `, ${text}` };
  if (args !== undefined && parsed.text[args.offset] === '(') return { offset: args.offset + 1, length: 0, text };
  return { offset: endOf(template ?? node.keyword), length: 0, text: `(${text})` };
}
