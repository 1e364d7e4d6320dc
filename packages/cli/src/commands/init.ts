import { lstatSync } from 'node:fs';
import path from 'node:path';
import { realPath, repositoryAround } from '@failover/files';
import { Fault } from '../fault.js';
import { shellWord, startedAs } from '../init/pasted.js';
import { projectFiles, repositoryFiles } from '../init/starter.js';
import { listed } from '../output/listed.js';
import { stderr } from '../output/streams.js';
import { visible } from '../output/visible.js';
import { shownPath } from '../paths.js';
import { createFiles } from '../write-files.js';

/**
 * Writes a small project that compiles. Nothing that is there is overwritten: a project is written whole or not at all,
 * and of the files for the tools around it those that are missing.
 * @param name the folder, which need not be there yet
 */
export function init(name: string): number {
  const folder = folderNamed(name);
  const project = [...filesBelow(folder, projectFiles)];
  refuseOver(project.map(([file]) => file).filter(isThere));
  const root = repositoryAround(folder) ?? folder;
  const inRoot = path.relative(root, folder).split(path.sep).join('/');
  const others = [...filesBelow(root, repositoryFiles(inRoot))];
  const kept = others.filter(([file]) => isThere(file));
  const created = [...project, ...others.filter(([file]) => !isThere(file))];
  createFiles(new Map(created));
  stderr.write(
    [
      ...created.map(([file]) => `created ${visible(shownPath(file))}\n`),
      ...kept.map(([file]) => `left as it is: ${visible(shownPath(file))}\n`),
      nextSteps(folder),
    ].join(''),
  );
  return 0;
}

/** Its links are followed as far as it is there, so that a repository around it is found where it really is. */
function folderNamed(name: string): string {
  if (name === '') throw new Fault('An empty name stands for no folder', { help: '`failover init .` takes this one.' });
  if (visible(name) !== name) throw new Fault(`\`${name}\` has characters that cannot be seen: name another folder`);
  return realPath(path.resolve(name));
}

function* filesBelow(folder: string, files: Readonly<Record<string, string>>): Iterable<[string, string]> {
  for (const [name, text] of Object.entries(files)) yield [path.join(folder, name), text];
}

/** A link counts as well, wherever it leads. */
function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // What keeps one from looking keeps one from writing too, and is told then.
    return false;
  }
}

function refuseOver(files: readonly string[]): void {
  if (files.length === 0) return;
  const shown = files.map((file) => `\`${shownPath(file)}\``);
  throw new Fault(`Nothing is written: ${listed(shown, 'and')} ${files.length === 1 ? 'is' : 'are'} there already`, {
    help: '`failover init <folder>` starts a project in another folder.',
  });
}

/** Commands that work as they are when they are pasted. */
function nextSteps(folder: string): string {
  const command = startedAs(process.argv[1] ?? 'failover');
  const commands = [
    ...(folder === process.cwd() ? [] : [`cd ${shellWord(shownPath(folder))}`]),
    `${command} check`,
    `${command} compile flows/login.failover --values values.json`,
    `${command} format`,
  ];
  return `
Your senders and templates go into flows/brand.failover. Next:

${commands.map((line) => `  ${line}\n`).join('')}`;
}
