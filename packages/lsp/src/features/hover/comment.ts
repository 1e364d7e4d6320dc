import { catalog, type Ignore, pageOf } from '@failover/compiler';
import type { Prose } from './prose.js';

/** The code of an ignore comment: what it silences. */
export function describeIgnore({ code }: Ignore, prose: Prose): void {
  const definition = catalog.find((one) => one.code === code);
  if (definition !== undefined) {
    prose.paragraph(`${prose.code(code)} (${definition.severity}): ${definition.title}`);
    prose.paragraph(definition.why);
    prose.paragraph(prose.link('More about it', pageOf(code)));
    return;
  }
  if (code !== 'failover-ignore') prose.paragraph(`There is no diagnostic ${prose.code(code)}.`);
  prose.block('failover', '// failover-ignore FO4003: why');
  prose.paragraph('Silences the codes that it lists for the step or declaration that follows.');
}
