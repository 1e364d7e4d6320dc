import type { Tokens } from './layout.js';
import { languages, type Param } from './values.js';
import { commas, quote, type Writer } from './writer.js';

/** Senders, lets and templates of a random program. */

export interface Template {
  readonly name: string;
  readonly params: readonly Param[];
  /** Names of the parameters that have a default. */
  readonly defaults: ReadonlySet<string>;
  readonly langs: readonly string[];
}

export interface Declared<Item> {
  readonly items: readonly Item[];
  readonly tokens: Tokens;
}

/*
 * Keywords are names as good as any other. Left out are those with which a clause would begin that the step goes on
 * with: `from lang flash` has the clauses `from lang` and `flash`, or `from` without a name and `lang flash`.
 */
const senderNames = ['acme', 'shop', 'from', 'on', 'label', 'viber', 'ttl'];
const templateNames = ['otp', 'welcome', 'template', 'lang', 'then', 'ttl', 'to', 'sms', 'on', 'callback', 'label'];
const templateIds = [
  '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  '3F2504E0-4F89-41D3-9A0C-0305E82C3302',
  '3f2504e0-4f89-41d3-9a0c-0305e82c3303',
];

export function declareSenders({ random, lets }: Writer): Declared<string> {
  const items = random.some(senderNames, 1).slice(0, 3);
  const texts = lets.filter(({ kind }) => kind === 'text');
  const tokens = items.flatMap((name) => {
    const viber = ['"0094d198-4dd2-4fb5-b451-d46aca191b27"', '"sender id"', ...texts.map((one) => `"{${one.name}}"`)];
    const ids = [
      ['viber', random.pick(viber)],
      ['sms', random.pick(['"ACME"', '"ACME 24"', '"302101234567"', '"A"'])],
      ['voice', random.pick(['"302101234567"', '"+302101234567"', '"ACME"'])],
    ];
    return ['sender', name, '{', ...random.some(ids, ids.length).flat(), '}'];
  });
  return { items, tokens };
}

/** Each let may use those above it. */
export function declareLets({ random, lets }: Writer, prefix: string): Tokens {
  return Array.from({ length: random.integer(0, 3) }, (_, index) => {
    const name = `${prefix}-${index}`;
    if (random.chance(15)) {
      const lang = random.pick(languages);
      lets.push({ name, kind: 'lang', lang, length: lang.length });
      return ['let', name, '=', quote(lang)];
    }
    const kind = random.pick(['text', 'url'] as const);
    const above = lets.filter((one) => one.kind === kind && one.length < 100);
    const base = random.chance(40) && above.length > 0 ? random.pick(above) : undefined;
    const start = base === undefined ? (kind === 'url' ? 'https://acme.com' : 'Hello') : `{${base.name}}`;
    const rest = kind === 'url' ? `/${'p'.repeat(random.integer(0, 5))}` : random.pick([' there', ' 👋', '', '!']);
    lets.push({ name, kind, length: (base?.length ?? start.length) + rest.length });
    return ['let', name, '=', `"${start}${rest}"`];
  }).flat();
}

/** @param params those that a template may have */
export function declareTemplates(writer: Writer, params: readonly Param[]): Declared<Template> {
  const { random } = writer;
  const names = random.some(templateNames).slice(0, templateIds.length);
  const items = names.map((name): Template => {
    const own = random.some(params).slice(0, 3);
    const defaults = own.filter(({ kind }) => kind !== 'phone' && random.chance(25));
    return { name, params: own, defaults: new Set(defaults.map((param) => param.name)), langs: random.some(languages) };
  });
  return { items, tokens: items.flatMap((template, index) => templateTokens(template, index, writer)) };
}

function templateTokens({ name, params, defaults, langs }: Template, index: number, writer: Writer): Tokens {
  const { random } = writer;
  const list = params.map((param) => writer.param(param, defaults.has(param.name)));
  const wording = `"Hello ${params.map((param) => `{${param.name}}`).join(' ')}"`;
  const body = langs.map((lang) => ['lang', lang, ...(random.chance(50) ? [wording] : [])]);
  if (random.chance(30)) body.push(['category', 'transactional']);
  return [
    ...['template', name],
    ...(params.length > 0 || random.chance(20) ? ['(', ...commas(list, random), ')'] : []),
    quote(templateIds[index] ?? ''),
    ...(body.length > 0 ? ['{', ...random.some(body, body.length).flat(), '}'] : []),
  ];
}
