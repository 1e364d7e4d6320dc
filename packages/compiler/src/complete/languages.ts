import { constantText } from '../names/symbols.js';
import { knownTemplate, knownTemplateLanguages } from '../routee/templates.js';
import type { TextNode } from '../syntax/tree.js';
import type { Question } from './question.js';

/** A language of a template, with what the template says in it, where that is written. */
export interface TemplateLanguage {
  readonly lang: string;
  readonly wording: string | undefined;
}

/** Those that the template declares; without any, those that Routee lists. */
export function languagesOf(question: Question, template: string | undefined): TemplateLanguage[] {
  const symbol = question.template(template);
  const declared = [...(symbol?.langs ?? [])].map(([lang, node]) => ({
    lang,
    wording: node.text && source(node.text),
  }));
  return declared.length > 0 ? declared : knownTemplateLanguages.map((lang) => ({ lang, wording: undefined }));
}

function source(text: TextNode): string {
  return text.parts.map((part) => (part.kind === 'chars' ? part.value : `{${part.name?.text ?? ''}}`)).join('');
}

/** What is predefined under the id of a template, or under an id in quotes. */
export function knownTemplateOf(question: Question, template: string | undefined) {
  if (template?.startsWith('"')) return knownTemplate(template.slice(1, -1));
  const symbol = question.template(template);
  const node = symbol?.node.id;
  const id = symbol && node && question.program.constants(symbol.uri).get(node);
  return id && knownTemplate(constantText(id) ?? '');
}
