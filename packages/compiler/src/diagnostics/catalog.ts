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

const documentation = 'https://github.com/failover-lang/failover/blob/main/docs/diagnostics';

/** The page that explains a code. */
export function pageOf(code: string): string {
  return `${documentation}/${code}.md`;
}

/** The codes whose severity a project may choose. */
export const lintCodes: readonly string[] = Object.values(lint).map(({ code }) => code);
