// Langium on the same grammar: what a language gets that is made with a framework for languages.
import { readFileSync } from 'node:fs';
import { EmptyFileSystem } from 'langium';
import { createServicesForGrammar } from 'langium/grammar';

// Chevrotain 13 checks a grammar with this, which Node 20 has not; parsing does not take it.
Object.groupBy ??= (items, keyOf) => {
  const groups = {};
  for (const item of items) {
    const key = keyOf(item);
    groups[key] ??= [];
    groups[key].push(item);
  }
  return groups;
};

const grammar = readFileSync(new URL('failover.langium', import.meta.url), 'utf8');
const services = await createServicesForGrammar({ grammar, module: {}, sharedModule: EmptyFileSystem });
const parser = services.parser.LangiumParser;

export function parse(text) {
  const { value, lexerErrors, parserErrors } = parser.parse(text);
  const [fault] = [...lexerErrors, ...parserErrors];
  if (fault !== undefined) throw new Error(`Langium does not understand the text: ${fault.message}`);
  return value;
}
