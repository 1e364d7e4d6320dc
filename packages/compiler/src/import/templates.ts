import { knownParameterType } from '../names/template-use.js';
import { type Type, typeText, type Wanted } from '../names/types.js';
import { valueProblem } from '../names/values.js';
import { isName } from '../routee/name-form.js';
import { knownTemplate } from '../routee/templates.js';
import { fieldOf, type Located } from './located.js';
import { Names, smallNameFrom } from './names.js';
import { type Pen, quoted } from './pen.js';

/** The templates that a file declares. */
export interface Templates {
  readonly declarations: readonly string[];
  /** `template otp(pin: "8213")`, and the language. */
  use(step: Located, pen: Pen): readonly (string | undefined)[];
}

interface Template {
  readonly id: string;
  readonly name: string;
  readonly types: ReadonlyMap<string, Type>;
  readonly langs: Set<string>;
}

/** Each id is declared with the parameters of its first use; a use with others names the id itself. */
export function templatesOf(
  steps: readonly Located[],
  fallbackName: string,
  isHole: (value: Located) => boolean,
): Templates {
  const uses = new Map<string, Located[]>();
  for (const step of steps) {
    const id = fieldOf(step, 'templateId', 'text');
    if (id === undefined || isHole(id) || id.value === '') continue;
    const ofId = uses.get(String(id.value));
    if (ofId === undefined) uses.set(String(id.value), [step]);
    else ofId.push(step);
  }
  const names = new Names();
  const templates = new Map([...uses].map(([id, of]) => [id, templateOf(id, of, names, fallbackName)]));
  return {
    declarations: [...templates.values()].map(write),
    use: (step, pen) => {
      const id = fieldOf(step, 'templateId', 'text');
      const declared = pen.isHole(id) ? undefined : templates.get(String(id?.value));
      const params = fieldOf(step, 'templateParams', 'object');
      const template = declared !== undefined && fits(params, declared.types) ? declared : undefined;
      const written = pen.text(id) ?? '';
      const head = `template ${template?.name ?? written}${writeArguments(params, template?.types, pen)}`;
      return [head, language(fieldOf(step, 'templateLang'), template?.langs, pen)];
    },
  };
}

function templateOf(id: string, uses: readonly Located[], names: Names, fallbackName: string): Template {
  const known = knownTemplate(id);
  const first = fieldOf(uses[0], 'templateParams', 'object');
  const own = new Map<string, Type>();
  for (const [name, { value }] of first?.fields ?? []) {
    const kind = kindOf(value);
    if (kind !== undefined && isName(name)) own.set(name, { kind });
  }
  const alike = uses.map((use) => fieldOf(use, 'templateParams', 'object')).filter((params) => fits(params, own));
  const types = [...own].map(([name, type]): [string, Type] => {
    const narrow = known?.parameters.includes(name) ? knownParameterType(name) : type;
    const values = alike.map((params) => fieldOf(params, name)?.value);
    return [name, values.every((value) => valueProblem(narrow, value) === undefined) ? narrow : type];
  });
  const langs = uses.map((use) => fieldOf(use, 'templateLang', 'text')?.value).filter((lang) => lang !== undefined);
  return {
    id,
    name: names.unique(known?.name ?? smallNameFrom(fallbackName) ?? 'message'),
    types: new Map(types),
    langs: new Set(langs.map(String).filter((lang) => isName(lang))),
  };
}

function kindOf(value: Located | undefined): 'text' | 'int' | undefined {
  if (value?.kind === 'text') return 'text';
  return value?.kind === 'number' ? 'int' : undefined;
}

/** Whether the arguments of a use are those that a declaration asks for. */
function fits(params: Located | undefined, types: ReadonlyMap<string, Type>): boolean {
  if ((params?.fields.size ?? 0) !== types.size) return false;
  return [...types].every(([name, { kind }]) => kindOf(fieldOf(params, name)) === kind);
}

function write({ id, name, types, langs }: Template): string {
  const params = [...types].map(([param, type]) => `${param}: ${typeText(type)}`).join(', ');
  const isOtp = knownTemplate(id) !== undefined && types.has('pin');
  const lines = [...(isOtp ? ['category otp'] : []), ...[...langs].map((lang) => `lang ${lang}`)];
  const body = lines.length === 0 ? '' : ` {\n${lines.join('\n')}\n}`;
  return `template ${name}${params === '' ? '' : `(${params})`} ${quoted(id)}${body}`;
}

/** A parameter of the same name as the template's is taken without a word. */
function writeArguments(params: Located | undefined, types: ReadonlyMap<string, Type> | undefined, pen: Pen): string {
  if (params === undefined) return '';
  if (params.fields.size === 0) pen.say(params);
  const written = [...params.fields].flatMap(([name, { value }]) => {
    const kind = kindOf(value);
    if (kind === undefined || !isName(name)) return [];
    const hole = pen.isHole(value) ? pen.hole(value, types?.get(name) ?? { kind }) : undefined;
    if (hole !== undefined) return types?.has(name) && hole === `{${name}}` ? [] : [`${name}: ${hole}`];
    const argument = kind === 'int' ? pen.integer(value) : pen.text(value);
    return argument === undefined ? [] : [`${name}: ${argument}`];
  });
  const isTaken = types !== undefined && types.size > 0;
  return written.length === 0 && isTaken ? '' : `(${written.join(', ')})`;
}

function language(lang: Located | undefined, langs: ReadonlySet<string> | undefined, pen: Pen): string | undefined {
  if (lang?.kind !== 'text' || !isName(String(lang.value))) return undefined;
  const wanted: Wanted = { kind: 'lang', langs: pen.isHole(lang) ? [...(langs ?? [])] : [] };
  return `lang ${pen.hole(lang, wanted) ?? lang.value}`;
}
