import { ignoreAt, pathTo, type Span, symbolAt, wordAt } from '@failover/compiler';
import type { Hover } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';
import { describeIgnore } from './hover/comment.js';
import { describeImport } from './hover/import.js';
import { Prose } from './hover/prose.js';
import { describeSymbol } from './hover/symbol.js';
import { describeText } from './hover/text.js';
import { describeWordAt } from './hover/word.js';

/** What is at a place: a clause, a template, a text, a ttl, a status, a name, a code in an ignore comment. */
export function hover(snapshot: Snapshot, offset: number): Hover | undefined {
  const prose = new Prose(snapshot.client.markdown);
  const span = describeAt(snapshot, offset, prose);
  return span && { contents: prose.content, range: snapshot.document.rangeOf(span) };
}

/** @returns the place of what is described; nothing where there is nothing to say */
function describeAt(snapshot: Snapshot, offset: number, prose: Prose): Span | undefined {
  const { program, parsed, uri } = snapshot;
  const ignore = ignoreAt(parsed, offset);
  if (ignore !== undefined) {
    describeIgnore(ignore, prose);
    return ignore;
  }
  const named = symbolAt(program, uri, offset);
  if (named !== undefined) {
    describeSymbol(snapshot, named.symbol, prose);
    return named.span;
  }
  const path = pathTo(parsed.tree, offset);
  const at = path.findLastIndex(({ kind }) => kind === 'text');
  const [owner, text] = [path[at - 1], path[at]];
  if (text?.kind === 'text' && owner !== undefined) {
    const isSaid =
      owner.kind === 'import' ? describeImport(snapshot, owner, prose) : describeText(snapshot, text, owner, prose);
    return isSaid ? text : undefined;
  }
  const word = wordAt(program, uri, offset);
  if (word === undefined) return undefined;
  describeWordAt(word, prose);
  return word.span;
}
