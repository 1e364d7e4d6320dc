import type { TemplateSymbol } from '../names/symbols.js';
import { typeText } from '../names/types.js';
import { minutesParameters } from '../routee/templates.js';
import { type Candidate, type Insert, stop } from './candidate.js';
import { languageStop } from './clauses.js';
import { knownTemplateOf, languagesOf } from './languages.js';
import { knownIdCandidates } from './names.js';
import type { Question } from './question.js';
import { sampleOf } from './samples.js';
import type { FlowDraft, StepDraft } from './slots.js';

/** After `template`: the declared ones, each with the arguments and the language that the step lacks, and known ids. */
export function templateCandidates(question: Question, flow: FlowDraft, step: StepDraft): Candidate[] {
  const declared = [...question.scope.templates.values()].map(
    (symbol): Candidate => ({
      kind: 'template',
      label: symbol.name,
      insert: templateInsert(question, flow, step, symbol),
      detail: templateDetail(symbol),
      about: { kind: 'symbol', symbol },
      rank: 0,
    }),
  );
  const write = (id: string, parameters: readonly string[]): Insert => [
    `"${id}"`,
    ...(step.arguments.size > 0 ? [] : knownArguments(parameters, knownNames(question, flow))),
    ...(step.clauses.has('lang') ? [] : [' lang ', languageStop(question, { template: undefined })]),
  ];
  return [...declared, ...knownIdCandidates(write)];
}

export function templateDetail(symbol: TemplateSymbol): string {
  const params = symbol.params.map(({ name, type }) => (type === undefined ? name : `${name}: ${typeText(type)}`));
  const langs = [...symbol.langs.keys()].join(', ');
  return `(${params.join(', ')})${langs === '' ? '' : ` ${langs}`}`;
}

/** The name of a template with the arguments that the flow does not know by name. */
export function templateInsert(
  question: Question,
  flow: FlowDraft,
  step: Pick<StepDraft, 'arguments' | 'clauses'>,
  symbol: TemplateSymbol,
): Insert {
  const names = knownNames(question, flow);
  const lacking =
    names === undefined || step.arguments.size > 0
      ? []
      : symbol.params.filter(({ name, node }) => !names.has(name) && node.default === undefined);
  const args = lacking.map(({ name, type }): Insert => {
    const sample = stop(sampleOf(type ?? { kind: 'text' }, name));
    return type?.kind === 'int' ? [`${name}: `, sample] : [`${name}: "`, sample, '"'];
  });
  const lang: Insert = step.clauses.has('lang') ? [] : [' lang ', languageStop(question, { template: symbol.name })];
  return [symbol.name, ...inParentheses(args), ...lang];
}

/** What an argument can be taken from by its name; nothing where any name becomes a parameter of the flow. */
function knownNames(question: Question, flow: FlowDraft): ReadonlySet<string> | undefined {
  if (question.parameterList(flow) === undefined) return undefined;
  return new Set(question.values(flow).map(({ name }) => name));
}

function knownArguments(parameters: readonly string[], names: ReadonlySet<string> | undefined): Insert {
  return inParentheses(
    parameters.map((name): Insert => {
      if (names === undefined || names.has(name)) return [`${name}: {${name}}`];
      if (minutesParameters.includes(name)) return [`${name}: `, stop('5')];
      return [`${name}: "`, stop(sampleOf({ kind: 'text' }, name)), '"'];
    }),
  );
}

function inParentheses(args: readonly Insert[]): Insert {
  return args.length === 0 ? [] : ['(', ...args.flatMap((one, index) => (index === 0 ? one : [', ', ...one])), ')'];
}

/** Arguments that are not written yet; first those that are not taken by their name either. */
export function argumentCandidates(question: Question, flow: FlowDraft, step: StepDraft): Candidate[] {
  const names = new Set(question.values(flow).map(({ name }) => name));
  const symbol = question.template(step.template);
  const known = knownTemplateOf(question, step.template)?.parameters ?? [];
  const parameters = new Set(symbol?.params.map(({ name }) => name) ?? known);
  return [...parameters]
    .filter((name) => !step.arguments.has(name))
    .map((name): Candidate => {
      const param = symbol?.params.find((one) => one.name === name);
      const isNumber = param?.type?.kind === 'int' || (symbol === undefined && minutesParameters.includes(name));
      const sample = stop(sampleOf(param?.type ?? (isNumber ? { kind: 'int' } : { kind: 'text' }), name));
      const isTaken = names.has(name);
      const value: Insert = isTaken ? [`{${name}}`] : isNumber ? [sample] : ['"', sample, '"'];
      return {
        kind: 'argument',
        label: name,
        insert: [`${name}: `, ...value],
        detail: param?.type && typeText(param.type),
        about: param && { kind: 'symbol', symbol: param },
        rank: param?.node.default !== undefined ? 2 : isTaken ? 1 : 0,
      };
    });
}

/** After `lang` of a template step. */
export function templateLanguageCandidates(question: Question, step: StepDraft): Candidate[] {
  return languagesOf(question, step.template).map(({ lang, wording }) => ({
    kind: 'language',
    label: lang,
    insert: [lang],
    about: wording === undefined ? undefined : { kind: 'wording', text: wording },
    rank: 0,
  }));
}
