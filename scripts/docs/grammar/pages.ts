import { code, fenced, table } from '../markdown.js';
import { diagramOf } from './diagram.js';
import { ebnf } from './ebnf.js';
import { grammarOfParser, rulesIn, tokensIn } from './from-parser.js';
import type { Grammar } from './part.js';
import { characterSets, tokenGrammar } from './tokens.js';

export const diagramFolder = 'docs/reference/diagrams';

/** Where a heading of the page stands over a run of rules: at the first of them. */
const headings: Readonly<Record<string, string>> = {
  file: 'Files and declarations',
  flow: 'Flows',
  chain: 'Steps',
  clause: 'Clauses',
};

export function grammarSection(): string {
  const grammar = grammarOfParser();
  return rulesOf(grammar, grammar).join('\n\n');
}

export function tokenSection(): string {
  const grammar = grammarOfParser();
  const rows = [...characterSets].map(([name, words]) => [code(name), words]);
  return [...rulesOf(tokenGrammar, grammar), table(['set', 'its characters'], rows)].join('\n\n');
}

export function wholeGrammar(): string {
  return fenced('ebnf', `${ebnf(grammarOfParser())}\n${ebnf(tokenGrammar)}`);
}

export function diagrams(): Map<string, string> {
  const rules = [...grammarOfParser(), ...tokenGrammar];
  return new Map(rules.map(([name, part]) => [`${diagramFolder}/${name}.svg`, diagramOf(name, part)]));
}

function rulesOf(rules: Grammar, grammar: Grammar): string[] {
  return [...rules].map(([name, part]) => {
    const heading = Object.hasOwn(headings, name) ? [`## ${headings[name]}`] : [];
    const used = [...new Set([...rulesIn(part), ...tokensIn(part)])].filter(
      (one) => one !== name && isKnown(one, grammar),
    );
    const see = used.map((one) => `[${code(one)}](#${one})`).join(', ');
    return [
      ...heading,
      `### ${name}`,
      `![${name}](diagrams/${name}.svg)`,
      fenced('ebnf', ebnf(new Map([[name, part]]))),
      ...(see === '' ? [] : [`See ${see}.`]),
    ].join('\n\n');
  });
}

function isKnown(name: string, grammar: Grammar): boolean {
  return grammar.has(name) || tokenGrammar.has(name);
}
