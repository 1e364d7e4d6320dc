import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const repository = path.join(import.meta.dirname, '../..');

/** Every Markdown file of the repository, by its path from the root. */
export function markdownFiles(): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(path.join(repository, folder), { withFileTypes: true })) {
      const name = path.posix.join(folder, entry.name);
      if (entry.isDirectory() && !/^(?:node_modules|dist|\..+)$/.test(entry.name)) walk(name);
      else if (entry.isFile() && entry.name.endsWith('.md')) found.push(name);
    }
  };
  walk('.');
  return found.sort();
}

export function readMarkdown(file: string): string {
  return readFileSync(path.join(repository, file), 'utf8');
}
