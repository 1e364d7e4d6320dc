import { names } from '../../diagnostics/fo2-names.js';
import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { lint } from '../../diagnostics/fo4-lint.js';
import { insertAt, replaceWith } from '../../names/fixes.js';
import type { Flow, TemplateUse } from '../../names/model.js';
import { constantText, type ResolvedText } from '../../names/symbols.js';
import { isName } from '../../routee/name-form.js';
import { knownTemplate, knownTemplateLanguages } from '../../routee/templates.js';
import { crop } from '../../text/crop.js';
import { nearest } from '../../text/nearest.js';
import type { StepRule } from '../rule.js';
import { headOf } from './content-fits.js';

/** A template step names a language, and one that its template has. */
export const templateLanguage: StepRule = (step, flow, report) => {
  const { template } = step;
  if (template === undefined || step.channel !== 'viber') return;
  // A let stands for its text; what a parameter may be is a matter of its type.
  const lang = template.langText && constantText(template.langText);
  if (lang !== undefined && template.symbol?.langs.has(lang)) return;
  const langs = [...(template.symbol?.langs.keys() ?? [])];
  if (template.lang === undefined) {
    if (flow.sound) {
      report(
        endpoint.templateLanguageMissing,
        headOf(template.node),
        { langs },
        { fixes: addLanguage(template, flow, langs) },
      );
    }
    return;
  }
  if (lang === undefined) return;
  if (langs.length === 0) {
    const params = { name: 'lang', wanted: 'a language such as `en`', found: `\`${crop(lang)}\`` };
    if (!isName(lang)) report(names.argumentType, template.lang, params);
    return;
  }
  const suggestion = nearest(lang, langs);
  const params = { lang, template: template.symbol?.name ?? '', langs, suggestion };
  const fixes = langs.map((one) => replaceWith(flow.uri, template.lang ?? template.node, one));
  report(endpoint.templateLanguage, template.lang, params, { fixes });
};

function addLanguage(template: TemplateUse, flow: Flow, langs: readonly string[]) {
  const end = template.node.offset + template.node.length;
  return langs.map((lang) => insertAt(flow.uri, end, ` lang ${lang}`, `Add \`lang ${lang}\``));
}

/** Routee's predefined templates have the languages that Routee lists. */
export const knownTemplateLanguage: StepRule = (step, _flow, report) => {
  const id = step.template?.id && constantText(step.template.id);
  const lang = step.template?.lang;
  if (id === undefined || lang === undefined || knownTemplate(id) === undefined) return;
  // Where the template itself says which languages it has, that counts.
  if ((step.template?.symbol?.langs.size ?? 0) > 0) return;
  const unlisted = languagesOf(step.template?.langText).find((one) => !knownTemplateLanguages.includes(one));
  if (unlisted !== undefined) report(lint.knownTemplateLanguage, lang, { lang: unlisted });
};

/** What a language can be, as far as that is known: the one that is written, or those that its parameter takes. */
function languagesOf(lang: ResolvedText | undefined): readonly string[] {
  const [only] = lang?.pieces ?? [];
  if (typeof only === 'string') return [only];
  return only?.parameter.effective?.kind === 'lang' ? only.parameter.effective.langs : [];
}
