import type { ClauseNode, SettingNode } from '../syntax/tree.js';
import { clauseOrder, flagWords, targetWords } from '../syntax/words.js';
import { introduced, spaced, type ValueWriter } from './values.js';

/** A clause of a step, or a setting, on a line with an indentation. */
export function writeClause(clause: ClauseNode | SettingNode, values: ValueWriter, indent: number): string {
  const value = (node: Parameters<ValueWriter['value']>[0]) => values.value(node, indent);
  const keyword = clause.keyword.text;
  switch (clause.kind) {
    case 'image':
    case 'inbound':
    case 'seq':
      return spaced(keyword, value(clause.value));
    case 'button':
      return spaced(keyword, value(clause.caption), value(clause.url));
    case 'file': {
      const name = introduced('as', value(clause.name));
      return spaced(keyword, value(clause.url), name, introduced('type', value(clause.type)));
    }
    case 'video': {
      const thumbnail = introduced('thumbnail', value(clause.thumbnail));
      const size = introduced('size', values.size(clause.size));
      const duration = introduced('duration', values.duration(clause.duration));
      return spaced(keyword, value(clause.url), thumbnail, size, duration);
    }
    case 'label':
      return spaced(keyword, value(clause.text));
    case 'flag':
      return spaced(clause.no?.text, keyword);
    case 'lang':
      return spaced(keyword, value(clause.lang));
    case 'devices':
    case 'gender':
      return spaced(keyword, value(clause.word));
    case 'shorten-links':
      return spaced(keyword, introduced('for', values.duration(clause.duration)));
    case 'machine':
      return spaced(keyword, value(clause.word), value(clause.value));
    case 'repeat':
      return spaced(keyword, value(clause.times));
    case 'to':
      return spaced(keyword, value(clause.channel), value(clause.value));
    case 'from':
      return spaced(keyword, value(clause.sender));
    case 'ttl':
      return spaced(keyword, values.duration(clause.duration));
    case 'on':
      return spaced(keyword, clause.statuses.map((status) => status.text).join(', '));
    case 'callback':
      return spaced(keyword, value(clause.value), introduced('on', value(clause.moment)));
  }
}

/** Those that say how a verb is spoken or played, and so belong to it. */
export function isVerbClause(clause: ClauseNode): boolean {
  return clause.kind === 'lang' || clause.kind === 'gender' || clause.kind === 'repeat' || clause.kind === 'flag';
}

/** The clauses in their one order. Those which stand twice, an error elsewhere, keep theirs. */
export function inOrder(clauses: readonly ClauseNode[]): ClauseNode[] {
  return [...clauses].sort((a, b) => rank(a) - rank(b));
}

/** The same for a call: what belongs to its only verb comes first. */
export function inOrderOfCall(clauses: readonly ClauseNode[]): ClauseNode[] {
  return [
    ...inOrder(clauses.filter((clause) => isVerbClause(clause))),
    ...inOrder(clauses.filter((clause) => !isVerbClause(clause))),
  ];
}

function rank(clause: ClauseNode): number {
  return clauseOrder.indexOf(clause.kind) * 10 + rankAmongItsKind(clause);
}

function rankAmongItsKind(clause: ClauseNode): number {
  if (clause.kind === 'flag') return (flagWords as readonly string[]).indexOf(clause.keyword.text);
  if (clause.kind === 'to') return (targetWords as readonly string[]).indexOf(clause.channel?.text ?? 'phone');
  return 0;
}
