import { type FileAnswer, fileRequests } from '@failover/language-server/protocol';
import { type Disposable, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

const projectFile = 'failover.json';

/** Answers the server, which has no files of its own in a browser: see `fileRequests`. */
export function answerFileRequests(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest<FileAnswer, unknown>(fileRequests.read, ({ uri, root }: { uri: string; root: string }) =>
      read(uri, root),
    ),
    client.onRequest(fileRequests.rootOf, ({ uri }: { uri: string }) => rootOf(uri)),
    client.onRequest(fileRequests.rootsIn, ({ folder }: { folder: string }) => rootsIn(folder)),
    client.onRequest(fileRequests.find, ({ root }: { root: string }) => find(root)),
  ];
}

async function read(uri: string, root: string): Promise<FileAnswer> {
  if (!uri.startsWith(`${root}/`)) return { problem: 'outside' };
  try {
    const bytes = await workspace.fs.readFile(Uri.parse(uri));
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError) return { problem: 'unreadable', reason: 'it is not UTF-8' };
    const isFolder = (await typeOf(Uri.parse(uri))) === FileType.Directory;
    return isFolder ? { problem: 'unreadable', reason: 'it is a folder' } : { problem: 'missing' };
  }
}

/** The nearest folder upward with failover.json, else the nearest with .git, within the workspace. */
async function rootOf(uri: string): Promise<string | null> {
  const folder = workspace.getWorkspaceFolder(Uri.parse(uri))?.uri;
  if (folder === undefined) return null;
  for (const name of [projectFile, '.git']) {
    for (let at = Uri.joinPath(Uri.parse(uri), '..'); at.path.startsWith(folder.path); at = Uri.joinPath(at, '..')) {
      if ((await typeOf(Uri.joinPath(at, name))) !== undefined) return at.toString();
      if (at.path === folder.path) break;
    }
  }
  return null;
}

async function rootsIn(folder: string): Promise<string[]> {
  const files = await filesBelow(Uri.parse(folder), (name) => name === projectFile);
  return files.map((file) => Uri.joinPath(file, '..').toString());
}

async function find(root: string): Promise<string[]> {
  const files = await filesBelow(Uri.parse(root), (name) => name.endsWith('.failover'));
  return files.map((file) => file.toString()).sort();
}

/** Not every kind of files in a browser can be searched; all can be listed. */
async function filesBelow(folder: Uri, isWanted: (name: string) => boolean): Promise<Uri[]> {
  const found: Uri[] = [];
  const folders = [folder];
  for (const at of folders) {
    for (const [name, type] of await entriesOf(at)) {
      const isOwn = type === FileType.Directory && name !== 'node_modules' && !name.startsWith('.');
      if (isOwn) folders.push(Uri.joinPath(at, name));
      else if (type === FileType.File && isWanted(name)) found.push(Uri.joinPath(at, name));
    }
  }
  return found;
}

async function entriesOf(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

async function typeOf(uri: Uri): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}
