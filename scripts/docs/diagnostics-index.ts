import { catalog } from '@failover/compiler';
import { table } from './markdown.js';

const families: Readonly<Record<string, string>> = {
  FO1: 'Words and grammar',
  FO2: 'Names, imports, parameters, senders, recipients',
  FO3: 'Rules of the endpoint',
  FO4: 'What compiles and is probably not meant',
  FO5: 'Values bound to parameters',
  FO6: 'JSON handed to the importer',
  FO7: 'The project file, failover.json',
};

/** Every diagnostic by its family. */
export function diagnosticsIndex(): string {
  const sections = Object.entries(families).flatMap(([family, heading]) => {
    const codes = catalog.filter(({ code }) => code.startsWith(family));
    if (codes.length === 0) return [];
    const rows = codes.map(({ code, title, severity }) => [`[${code}](${code}.md)`, title, severity]);
    return [`## ${family}: ${heading}\n\n${table(['code', 'title', 'severity'], rows)}`];
  });
  return sections.join('\n\n');
}
