import type { Node } from 'jsonc-parser';
import type { RuleSeverities } from '../check/severities.js';
import { lintCodes } from '../diagnostics/catalog.js';
import type { Definition } from '../diagnostics/define.js';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.js';
import { project } from '../diagnostics/fo7-project.js';
import { diagnosticOf } from '../diagnostics/reporter.js';
import { nearest } from '../text/nearest.js';
import { parseJson } from './json.js';
import { settings as known, ruleSeverities, type SettingKind, type Settings } from './settings.js';

const { notJson, unknownKey, unknownRule, wrongValue } = project;
type RuleSeverity = (typeof ruleSeverities)[number];

export interface ReadSettings {
  readonly settings: Settings;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads failover.json, and tells every mistake in it. */
export function readSettings(uri: string, text: string): ReadSettings {
  const reader = new SettingsReader(uri);
  const { node, fault } = parseJson(text, { allowTrailingComma: true });
  if (fault === undefined && node !== undefined) reader.read(node);
  else reader.report(notJson, fault ?? { offset: 0, length: 0 }, { problem: fault?.problem ?? 'it is empty' });
  const { diagnostics, include, outDir, define, rules } = reader;
  return { settings: { include, outDir, define, rules: Object.fromEntries(rules) as RuleSeverities }, diagnostics };
}

class SettingsReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly define = new Map<string, string>();
  readonly rules = new Map<string, RuleSeverity>();
  include: string[] | undefined;
  outDir: string | undefined;
  readonly #uri: string;

  constructor(uri: string) {
    this.#uri = uri;
  }

  report<Params>(
    definition: Definition<Params>,
    { offset, length }: { offset: number; length: number },
    params: Params,
    fixes: readonly Fix[] = [],
  ): void {
    this.diagnostics.push(diagnosticOf(this.#uri, definition, { offset, length }, params, { fixes }));
  }

  read(root: Node): void {
    for (const { key, name, value } of this.#propertiesOf(root, 'failover.json', 'an object')) {
      const kind = Object.hasOwn(known, name) ? known[name]?.kind : undefined;
      if (kind !== undefined) {
        this.#readSetting(name, kind, value);
        continue;
      }
      const suggestion = nearest(name, Object.keys(known));
      this.report(unknownKey, key, { key: name, suggestion }, this.#writing(key, suggestion));
    }
  }

  #readSetting(name: string, kind: SettingKind, value: Node): void {
    switch (kind) {
      case 'text': {
        const text = this.#textOf(value, name);
        if (name === 'outDir') this.outDir = text;
        break;
      }
      case 'texts':
        if (value.type !== 'array') this.report(wrongValue, value, { key: name, wanted: 'a list of texts' });
        else this.include = (value.children ?? []).flatMap((item) => this.#textOf(item, `${name}[…]`) ?? []);
        break;
      case 'texts by name':
        for (const property of this.#propertiesOf(value, name, 'an object of texts')) {
          const text = this.#textOf(property.value, `${name}.${property.name}`);
          if (text !== undefined) this.define.set(property.name, text);
        }
        break;
      case 'severities by code':
        for (const property of this.#propertiesOf(value, name, 'an object of severities')) this.#readRule(property);
    }
  }

  #readRule({ key, name, value }: Property): void {
    if (!lintCodes.includes(name)) {
      const suggestion = nearest(name, lintCodes);
      this.report(unknownRule, key, { code: name, suggestion }, this.#writing(key, suggestion));
      return;
    }
    const severity = ruleSeverities.find((one) => one === value.value);
    const wanted = ruleSeverities.map((one) => `"${one}"`).join(', ');
    if (severity === undefined) this.report(wrongValue, value, { key: `rules.${name}`, wanted: `one of ${wanted}` });
    else this.rules.set(name, severity);
  }

  #textOf(value: Node, key: string): string | undefined {
    if (value.type === 'string') return value.value as string;
    this.report(wrongValue, value, { key, wanted: 'a text' });
    return undefined;
  }

  #propertiesOf(node: Node, key: string, wanted: string): Property[] {
    if (node.type !== 'object') {
      this.report(wrongValue, node, { key, wanted });
      return [];
    }
    return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
      key === undefined || value === undefined ? [] : [{ key, name: key.value as string, value }],
    );
  }

  #writing({ offset, length }: Node, suggestion: string | undefined): Fix[] {
    if (suggestion === undefined) return [];
    const edits = [{ uri: this.#uri, offset, length, text: JSON.stringify(suggestion) }];
    return [{ title: `Write \`${suggestion}\``, edits }];
  }
}

interface Property {
  readonly key: Node;
  readonly name: string;
  readonly value: Node;
}
