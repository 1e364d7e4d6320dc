import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compilerOptions } from '../../tsconfig.json';
import { code, table } from './markdown.js';

/** What each entry of the compiler exports that is no type, with the first sentence that its source says of it. */
export function libraryExports(): string {
  const entries = Object.entries(compilerOptions.paths).filter(([entry]) => entry.split('/')[1] === 'compiler');
  return entries
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([entry, [file = '']]) => {
      const rows = valuesOf(file).map(([name, from]) => [code(name), firstSentence(name, from)]);
      return `### ${entry}\n\n${table(['name', 'what it is'], rows)}`;
    })
    .join('\n\n');
}

/** The values that a module exports, and the files that they come from. */
function valuesOf(file: string): [name: string, from: string][] {
  const statements = readFileSync(file, 'utf8').matchAll(/^export \{([^}]*)\} from '([^']+)';/gm);
  return [...statements]
    .flatMap(([, names = '', from = '']) => names.split(',').map((name): [string, string] => [name.trim(), from]))
    .filter(([name]) => name !== '' && !name.startsWith('type '))
    .map(([name, from]): [string, string] => [name, path.join(path.dirname(file), from.replace(/\.js$/, '.ts'))])
    .map(([name, from]): [string, string] => [name.split(' as ').at(-1) ?? name, `${from}#${name.split(' as ')[0]}`])
    .sort(([a], [b]) => a.localeCompare(b, 'en'));
}

function firstSentence(name: string, place: string): string {
  const [file = '', inside = name] = place.split('#');
  const declared = new RegExp(
    `/\\*\\*((?:(?!\\*/)[^])*)\\*/\\s*export (?:abstract )?(?:function|class|const) ${inside}\\b`,
  );
  const comment = declared.exec(readFileSync(file, 'utf8'))?.[1];
  if (comment === undefined) {
    throw new Error(`docs/library.md lists \`${inside}\`: say in a comment before it what it is, in ${file}`);
  }
  const text = comment
    .replace(/^\s*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  return (
    /^.*?[^.][.:](?= [A-Z`@]|$)/.exec(text.replace(/ @(?:param|returns)\b.*$/, ''))?.[0].replace(/:$/, '.') ?? text
  );
}
