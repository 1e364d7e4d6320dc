import { catalog, families } from '@failover/compiler';
import { table } from './markdown.js';

/** Every diagnostic by its family. */
export function diagnosticsIndex(): string {
  const sections = families.flatMap(({ family, about }) => {
    const codes = catalog.filter(({ code }) => code.startsWith(family));
    if (codes.length === 0) return [];
    const rows = codes.map(({ code, title, severity }) => [`[${code}](${code}.md)`, title, severity]);
    return [`## ${family}: ${about}\n\n${table(['code', 'title', 'severity'], rows)}`];
  });
  return sections.join('\n\n');
}
