import {
  type AnySymbol,
  constantText,
  knownTemplate,
  type LetSymbol,
  type SenderSymbol,
  type TemplateSymbol,
  type tree,
  typeText,
} from '@failover/compiler';
import type { Snapshot } from '../../workspace/snapshot.js';
import { describeDocumentation } from './documentation.js';
import { describeFlowSymbol } from './flow.js';
import { describeParameter, describeTemplateParameter } from './parameter.js';
import type { Prose } from './prose.js';

/** A name: what it stands for. */
export function describeSymbol(snapshot: Snapshot, symbol: AnySymbol, prose: Prose): void {
  switch (symbol.kind) {
    case 'let':
      describeLet(snapshot, symbol, prose);
      break;
    case 'sender':
      describeSender(snapshot, symbol, prose);
      break;
    case 'template':
      describeTemplate(snapshot, symbol, prose);
      break;
    case 'language':
      prose.block('failover', `lang ${symbol.name}`);
      prose.paragraph(`A language of the template \`${symbol.template}\`.`);
      if (symbol.node.text !== undefined) prose.quote(wordingOf(symbol.node.text));
      break;
    case 'template-parameter':
      describeTemplateParameter(snapshot, symbol, prose);
      break;
    case 'parameter':
      describeParameter(snapshot, symbol, prose);
      break;
    case 'flow':
      describeFlowSymbol(snapshot, symbol, prose);
      break;
  }
}

function constantOf({ program }: Snapshot, uri: string, node: tree.TextNode | undefined): string | undefined {
  const text = node && program.constants(uri).get(node);
  return text && constantText(text);
}

function describeLet(snapshot: Snapshot, symbol: LetSymbol, prose: Prose): void {
  const value = constantOf(snapshot, symbol.uri, symbol.node.value);
  prose.block(
    'failover',
    `let ${symbol.name}${value === undefined ? '' : ` = ${JSON.stringify(value).replace(/[{}]/g, '\\$&')}`}`,
  );
  describeDocumentation(snapshot, symbol, prose);
  if (snapshot.program.defines.has(symbol.name)) {
    prose.paragraph('The value comes from `define` in failover.json, and not from the file.');
  }
}

function describeSender(snapshot: Snapshot, symbol: SenderSymbol, prose: Prose): void {
  prose.block('failover', `sender ${symbol.name}`);
  describeDocumentation(snapshot, symbol, prose);
  prose.list(
    [...symbol.ids].map(([channel, { id }]) => {
      const text = constantOf(snapshot, symbol.uri, id);
      return `\`${channel}\`: ${text === undefined ? 'no id that can be read' : prose.code(text)}`;
    }),
  );
}

const mostLanguages = 6;

function describeTemplate(snapshot: Snapshot, symbol: TemplateSymbol, prose: Prose): void {
  const params = symbol.params.map(({ name, type }) => (type === undefined ? name : `${name}: ${typeText(type)}`));
  prose.block('failover', `template ${symbol.name}${params.length === 0 ? '' : `(${params.join(', ')})`}`);
  describeDocumentation(snapshot, symbol, prose);
  const id = constantOf(snapshot, symbol.uri, symbol.node.id);
  const known = id === undefined ? undefined : knownTemplate(id);
  prose.list([
    id === undefined ? undefined : `Id: ${prose.code(id)}`,
    known && `Routee's predefined template “${known.title}”`,
    symbol.category && `Category: \`${symbol.category}\``,
    symbol.langs.size === 0
      ? 'Languages: every one is accepted'
      : `Languages: ${[...symbol.langs.keys()].map((lang) => `\`${lang}\``).join(', ')}`,
  ]);
  const worded = [...symbol.langs].filter(([, { text }]) => text !== undefined);
  for (const [lang, { text }] of worded.slice(0, mostLanguages)) {
    if (text !== undefined) prose.quote(`${lang}: ${wordingOf(text)}`);
  }
}

/** A wording with its parameters as they are written. */
export function wordingOf(text: tree.TextNode): string {
  return text.parts.map((part) => (part.kind === 'chars' ? part.value : `{${part.name?.text ?? ''}}`)).join('');
}
