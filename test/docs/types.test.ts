import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examplesIn } from './examples-of-page.js';
import { markdownFiles, readMarkdown, repository } from './markdown-files.js';

/** The TypeScript of each page, as one module. */
const modules = new Map(
  markdownFiles().flatMap((page) => {
    const blocks = examplesIn(readMarkdown(page)).filter(
      ({ language, file }) => language === 'ts' && file === undefined,
    );
    return blocks.length === 0 ? [] : [[page, blocks.map(({ text }) => text).join('\n')]];
  }),
);

let folder: string;
beforeAll(() => {
  // In the repository, so that its packages are found.
  folder = mkdtempSync(path.join(repository, 'node_modules', '.docs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the TypeScript compiler has to say of modules, as strictly as of our own. */
function typeFaults(sources: readonly string[]): string {
  const files = sources.map((source, index) => {
    writeFileSync(path.join(folder, `page-${index}.ts`), source);
    return `page-${index}.ts`;
  });
  const config = { extends: '../../tsconfig.json', compilerOptions: { types: ['node'] }, include: [], files };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
  try {
    execFileSync(path.join(repository, 'node_modules/.bin/tsc'), ['--noEmit', '-p', folder], { encoding: 'utf8' });
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

test('the TypeScript of the pages has its types right', () => {
  expect([...modules.keys()]).toEqual(['docs/library.md']);
  expect(typeFaults([...modules.values()])).toBe('');
});

test('and would be told where it has not', () => {
  const wrong = "import { format } from '@failover/compiler';\nformat('sms \"Hello\"');\n";
  expect(typeFaults([wrong])).toMatch(/page-0\.ts\(2,8\): error TS2345/);
});
