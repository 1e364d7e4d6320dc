import { type FileAnswer, fileRequests } from '@failover/language-server/protocol';
import { type Disposable, FileType, RelativePattern, Uri, workspace } from 'vscode';
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
    client.onRequest(fileRequests.find, ({ root, include }: { root: string; include?: readonly string[] }) =>
      find(root, include),
    ),
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
  const files = await workspace.findFiles(
    new RelativePattern(Uri.parse(folder), `**/${projectFile}`),
    '**/node_modules/**',
  );
  return files.map((file) => Uri.joinPath(file, '..').toString());
}

/** A file or folder of `include` stands for itself and for all in it; the rest are globs. */
async function find(root: string, include: readonly string[] = ['.']): Promise<string[]> {
  const base = Uri.parse(root);
  const found = new Set<string>();
  for (const pattern of include) {
    const type = await typeOf(Uri.joinPath(base, pattern));
    const glob = type === FileType.Directory ? `${pattern === '.' ? '' : `${pattern}/`}**/*.failover` : pattern;
    const files = await workspace.findFiles(
      new RelativePattern(base, glob.replace(/^\.\//, '')),
      '**/{node_modules,.*}/**',
    );
    for (const file of files) if (file.path.endsWith('.failover')) found.add(file.toString());
  }
  return [...found].sort();
}

async function typeOf(uri: Uri): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}
