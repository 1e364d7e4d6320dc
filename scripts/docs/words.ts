import {
  type ClauseOwner,
  type Description,
  describeWord,
  endpoints,
  ownersOf,
  statuses,
  type WordPlace,
} from '@failover/compiler';
import type { Entries } from '../../packages/compiler/src/describe/description.js';
import * as described from '../../packages/compiler/src/describe/words.js';
import { channels, channelTypes, defaultStatuses } from '../../packages/compiler/src/routee/channels.js';
import { baseUrl } from '../../packages/compiler/src/routee/endpoints.js';
import { fileTypes, sayLanguages, viberCombinations } from '../../packages/compiler/src/routee/limits.js';
import { knownTemplates } from '../../packages/compiler/src/routee/templates.js';
import { clauseOrder, flagWords } from '../../packages/compiler/src/syntax/words.js';
import { code, table } from './markdown.js';

/** Tables of the words of the language, from what the compiler knows of them. */

type Column = readonly [head: string, cell: (description: Description) => string | undefined];

const written: Column = ['written', ({ syntax }) => syntax.split(' · ').map(code).join('<br>')];
const summary: Column = ['what it does', (description) => description.summary];
const field: Column = [
  'in the request',
  ({ field: name, unit }) => name && `${code(name)}${unit ? `, in ${unit}` : ''}`,
];
const limit: Column = ['limits', (description) => description.limits];
const otherwise: Column = ['when it is not written', (description) => description.default];

function wordTable(descriptions: readonly Description[], columns: readonly Column[]): string {
  const rows = descriptions.map((description) => columns.map(([, cell]) => cell(description)));
  return table(
    columns.map(([head]) => head),
    rows,
  );
}

function describeAll(entries: Entries, place: WordPlace): Description[] {
  return Object.keys(entries).flatMap((word) => describeWord(word, place) ?? []);
}

export function declarationTable(): string {
  return wordTable(describeAll(described.declarationEntries, { as: 'declaration' }), [written, summary, limit]);
}

export function settingTable(): string {
  return wordTable(describeAll(described.settingEntries, { as: 'setting' }), [
    written,
    summary,
    field,
    limit,
    otherwise,
  ]);
}

export function stepTable(): string {
  return wordTable(describeAll(described.stepEntries, { as: 'step' }), [written, summary, limit]);
}

export function contentTable(): string {
  return wordTable(describeAll(described.contentEntries, { as: 'content' }), [written, summary, field, limit]);
}

export function typeTable(): string {
  return wordTable(describeAll(described.typeEntries, { as: 'type' }), [written, summary]);
}

export function partTable(): string {
  return wordTable(describeAll(described.partEntries, { as: 'part' }), [written, summary, field, limit, otherwise]);
}

export function choiceTable(): string {
  const descriptions = Object.entries(described.valueEntries).flatMap(([of, entries]) =>
    describeAll(entries, { as: 'value', of }),
  );
  const sent: Column = ['as', ({ api }) => api && code(api)];
  return wordTable(descriptions, [written, summary, field, sent]);
}

/** The clauses that a step or verb takes, in the order in which the formatter writes them. */
export function clauseTable(owner: ClauseOwner): string {
  const names = clauseOrder.flatMap((kind): readonly string[] => (kind === 'flag' ? flagWords : [kind]));
  const taken = names.filter((name) => ownersOf(name).includes(owner));
  const descriptions = taken.flatMap((word) => describeWord(word, { as: 'clause', on: owner }) ?? []);
  return wordTable(descriptions, [written, summary, field, limit, otherwise]);
}

export function statusTable(): string {
  const rows = channels.flatMap((channel) =>
    statuses[channel].map(({ word, api, meaning }) => [
      code(channel),
      code(word),
      code(api),
      meaning,
      defaultStatuses[channel].includes(api) ? 'yes' : 'no',
    ]),
  );
  return table(['channel', 'written', 'in the request', 'what happened', 'moves on when `on` is not written'], rows);
}

export function endpointTable(): string {
  const rows = Object.values(endpoints).map(({ name, method, path }) => [
    code(name),
    code(`${method} ${baseUrl}${path}`),
    describeWord(name, { as: 'declaration' })?.summary.replace(/^.*?: /, ''),
  ]);
  return table(['flow', 'request', 'sends'], rows);
}

export function channelTable(): string {
  const rows = channels.map((channel) => [
    code(channel),
    code(channelTypes[channel]),
    describeWord(channel, { as: 'step' })?.limits,
    statuses[channel].map(({ word }) => code(word)).join(', '),
  ]);
  return table(['channel', 'its `type`', 'limits', 'its statuses'], rows);
}

export function fileTypeList(): string {
  return `${fileTypes.map(code).join(', ')}.`;
}

export function sayLanguageList(): string {
  return `${sayLanguages.map(code).join(', ')}.`;
}

export function viberTable(): string {
  const { allowed, disputed } = viberCombinations;
  const rows = [
    ...allowed.map((parts) => [parts.map(code).join(' + '), 'yes']),
    ...disputed.map((parts) => [
      parts.map(code).join(' + '),
      'not by every partner ([FO4009](../diagnostics/FO4009.md))',
    ]),
  ];
  return table(['one message holds', 'sent'], rows);
}

export function predefinedTable(): string {
  const rows = knownTemplates.map(({ id, name, title, parameters }) => [
    code(name),
    title,
    parameters.map(code).join(', '),
    code(id),
  ]);
  return table(['suggested name', 'says', 'parameters', 'id'], rows);
}
