import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { type ClassName, type Coloured, classes } from './classes.js';

const extension = new URL('../../', import.meta.url);
const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');

/** What a tokenizer of VS Code makes of a text. */
export interface Grammar {
  /** The parts that have a colour, in the order of the text. Parts side by side of one class are one. */
  colours(text: string): Coloured[];
  /** Each token with all its scopes. */
  scopes(text: string): { readonly text: string; readonly scopes: readonly string[] }[];
}

/** @param outer a grammar that stands in for one of VS Code's own, by its scope */
export async function loadGrammar(scopeName: string, outer: Readonly<Record<string, object>> = {}): Promise<Grammar> {
  await oniguruma.loadWASM(readFileSync(wasm).buffer as ArrayBuffer).catch(() => undefined);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name) => {
      const found = outer[name] ?? readGrammar(name);
      return found === undefined ? null : textmate.parseRawGrammar(JSON.stringify(found), `${name}.json`);
    },
    getInjections: (name) => (name === 'text.html.markdown' ? ['markdown.failover.codeblock'] : undefined),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`There is no grammar ${scopeName}`);

  const scopes = (text: string) => {
    const found: { offset: number; text: string; scopes: readonly string[] }[] = [];
    let state = textmate.INITIAL;
    let start = 0;
    for (const line of text.split('\n')) {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      for (const token of tokens) {
        const image = line.slice(token.startIndex, token.endIndex);
        if (image !== '') found.push({ offset: start + token.startIndex, text: image, scopes: token.scopes });
      }
      start += line.length + 1;
    }
    return found;
  };
  return { scopes, colours: (text) => joined(scopes(text)) };
}

function readGrammar(scopeName: string): object | undefined {
  const files: Readonly<Record<string, string>> = {
    'source.failover': 'syntaxes/failover.tmLanguage.json',
    'markdown.failover.codeblock': 'syntaxes/markdown.tmLanguage.json',
  };
  const file = files[scopeName];
  return file === undefined ? undefined : (JSON.parse(readFileSync(new URL(file, extension), 'utf8')) as object);
}

function joined(tokens: readonly { offset: number; text: string; scopes: readonly string[] }[]): Coloured[] {
  const found: Coloured[] = [];
  for (const { offset, text, scopes } of tokens) {
    const name = classOf(scopes);
    if (name === undefined) continue;
    const last = found.at(-1);
    if (last !== undefined && last.class === name && last.offset + last.text.length === offset) {
      found[found.length - 1] = { ...last, text: last.text + text };
    } else found.push({ offset, text, class: name });
  }
  return found;
}

/** The innermost scope that has a class decides, as it does in a theme. */
function classOf(scopes: readonly string[]): ClassName | undefined {
  for (const scope of [...scopes].reverse()) {
    for (const [name, { scope: start }] of Object.entries(classes)) {
      if (scope === start || scope.startsWith(`${start}.`)) return name as ClassName;
    }
  }
  return undefined;
}
