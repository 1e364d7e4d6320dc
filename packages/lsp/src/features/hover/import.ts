import type { tree } from '@failover/compiler';
import type { Snapshot } from '../../workspace/snapshot.js';
import { decoded } from '../../workspace/uris.js';
import type { Prose } from './prose.js';

const mostListed = 12;

/** An import: the file it leads to, and what it brings in. */
export function describeImport({ program, project, uri }: Snapshot, node: tree.ImportNode, prose: Prose): boolean {
  const found = program.outline(uri)?.imports.find((one) => one.node === node);
  if (found?.uri === undefined) return false;
  const inProject = found.uri.startsWith(`${project.root}/`) ? found.uri.slice(project.root.length + 1) : found.uri;
  const declarations = program.outline(found.uri)?.declarations;
  prose.paragraph(prose.code(decoded(inProject)));
  if (declarations === undefined) {
    prose.paragraph('There is no such file.');
    return true;
  }
  const kinds = { Senders: declarations.senders, Templates: declarations.templates, Lets: declarations.lets };
  const items = Object.entries(kinds).flatMap(([title, symbols]) => {
    const names = symbols.map(({ name }) => `\`${name}\``);
    const rest = names.length - mostListed;
    const shown = names.slice(0, mostListed).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
    return names.length === 0 ? [] : [`${title}: ${shown}`];
  });
  if (items.length === 0) prose.paragraph('It declares nothing that could be brought in.');
  prose.list(items);
  return true;
}
