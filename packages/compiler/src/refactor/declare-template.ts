import type { FileModel, Flow, TemplateUse } from '../names/model.js';
import { constantText } from '../names/symbols.js';
import type { Program } from '../program.js';
import { knownTemplate } from '../routee/templates.js';
import { sourceOf, touches } from '../text/span.js';
import { declarationBefore, freshName, isInUse, type Refactoring, replaced } from './edits.js';

/** Turns the id of a template that is written in a step into a declared template, for all steps that use it alike. */
export function declareTemplate(program: Program, file: FileModel, flow: Flow, offset: number): Refactoring[] {
  const use = flow.steps.find(({ template }) => template !== undefined && isIdAt(template, offset))?.template;
  const id = use?.id && constantText(use.id);
  if (use === undefined || id === undefined || use.node.template === undefined) return [];
  const uses = file.flows
    .flatMap(({ steps }) => steps)
    .flatMap(({ template }) => (template !== undefined && isSameUse(template, use, id) ? [template] : []));
  const name = freshName(knownTemplate(id)?.name ?? 'template', isInUse(program, file.uri, 'templates'));
  const params = use.arguments.map((argument) => `${argument.name}: ${isNumber(argument) ? 'int' : 'text'}`);
  const head = `template ${name}${params.length === 0 ? '' : `(${params.join(', ')})`} ${sourceOf(file.parsed.text, use.node.template)}`;
  const declaration = declarationBefore(file, use.node, `${head}${languages(uses)}`);
  const edits = uses.flatMap(({ node }) =>
    node.template === undefined ? [] : [replaced(file.uri, node.template, name)],
  );
  return [{ kind: 'extract', title: `Declare the template \`${name}\``, edits: [declaration, ...edits] }];
}

function isIdAt({ node }: TemplateUse, offset: number): boolean {
  return (
    node.template?.kind === 'text' &&
    node.template.parts.every(({ kind }) => kind === 'chars') &&
    touches(node.template, offset)
  );
}

function isSameUse(other: TemplateUse, use: TemplateUse, id: string): boolean {
  if (other.node.template?.kind !== 'text' || other.id === undefined || constantText(other.id) !== id) return false;
  const key = ({ arguments: all }: TemplateUse) => all.map((one) => `${one.name} ${isNumber(one)}`).join();
  return key(other) === key(use);
}

function isNumber({ value, asNumber }: TemplateUse['arguments'][number]): boolean {
  return typeof value === 'number' || asNumber;
}

/** The languages that the steps name. Where one is a parameter, every language stays accepted. */
function languages(uses: readonly TemplateUse[]): string {
  if (uses.some(({ lang }) => lang?.kind !== 'word')) return '';
  const named = new Set(uses.flatMap(({ lang }) => (lang?.kind === 'word' ? [lang.text] : [])));
  return ` {\n${[...named].map((lang) => `  lang ${lang}\n`).join('')}}`;
}
