import { names } from '../../diagnostics/fo2-names.js';
import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { insertAt, replaceWith } from '../../names/fixes.js';
import { clauseOf } from '../../names/model.js';
import { sayLanguages } from '../../routee/limits.js';
import { likelyLanguage } from '../../syntax/words.js';
import { nearest } from '../../text/nearest.js';
import { endOf } from '../../text/span.js';
import type { StepRule } from '../rule.js';
import { isEmpty, writtenIn } from '../texts.js';

/** What a call says has a text and one of the languages that calls speak. */
export const say: StepRule = (step, flow, report) => {
  for (const verb of step.channel === 'voice' ? step.verbs : []) {
    if (verb.node.keyword.text === 'play') continue;
    const text = verb.node.value && flow.texts.get(verb.node.value);
    if (text !== undefined && isEmpty(text)) report(endpoint.sayEmpty, text, undefined);
    const clause = clauseOf(verb, 'lang');
    const lang = clause?.lang;
    if (clause === undefined) {
      if (!flow.sound || verb.node.value === undefined) continue;
      const at = endOf(verb.node.value);
      const language = `lang ${likelyLanguage(writtenIn(verb.node.value))}`;
      const fixes = [insertAt(flow.uri, at, ` ${language}`, `Add \`${language}\``)];
      report(endpoint.sayLanguageMissing, verb.node.keyword, undefined, { fixes });
    } else if (lang?.kind === 'hole') {
      report(names.holeInLanguage, lang, undefined);
    } else if (lang !== undefined && !sayLanguages.includes(lang.text)) {
      const suggestion = likely(lang.text);
      const fixes = suggestion === undefined ? [] : [replaceWith(flow.uri, lang, suggestion)];
      report(endpoint.sayLanguage, lang, { lang: lang.text, langs: sayLanguages, suggestion }, { fixes });
    }
  }
};

/** `en-US` for `en`, `EN-us` and `en-UK`: the same language. Another language is no likely meaning. */
function likely(lang: string): string | undefined {
  const [language = ''] = lang.toLowerCase().split(/[-_]/);
  const same = sayLanguages.filter((one) => one.toLowerCase().startsWith(`${language}-`));
  return nearest(lang, same) ?? same[0];
}
