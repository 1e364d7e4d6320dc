import type { Definition } from './define.js';
import { syntax } from './fo1-syntax.js';
import { names } from './fo2-names.js';
import { endpoint } from './fo3-endpoint.js';
import { lint } from './fo4-lint.js';
import { values } from './fo5-values.js';
import { imports } from './fo6-import.js';
import { project } from './fo7-project.js';

/** Every kind of diagnostic, in the order of the codes. */
export const catalog: readonly Omit<Definition<never>, 'message'>[] = [
  ...Object.values(syntax),
  ...Object.values(names),
  ...Object.values(endpoint),
  ...Object.values(lint),
  ...Object.values(values),
  ...Object.values(imports),
  ...Object.values(project),
];

/** What the codes that start alike are about. */
export const families: readonly { readonly family: string; readonly about: string }[] = [
  { family: 'FO1', about: 'Words and grammar' },
  { family: 'FO2', about: 'Names, imports, parameters, senders, recipients' },
  { family: 'FO3', about: 'Rules of the endpoint' },
  { family: 'FO4', about: 'What compiles and is probably not meant' },
  { family: 'FO5', about: 'Values bound to parameters' },
  { family: 'FO6', about: 'JSON handed to the importer' },
  { family: 'FO7', about: 'The project file, failover.json' },
];

const documentation = 'https://github.com/failover-lang/failover/blob/main/docs/diagnostics';

/** The page that explains a code. */
export function pageOf(code: string): string {
  return `${documentation}/${code}.md`;
}

/** The codes whose severity a project may choose. */
export const lintCodes: readonly string[] = Object.values(lint).map(({ code }) => code);
