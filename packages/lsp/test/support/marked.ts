import type { Span } from '@failover/compiler';
import { readEditorSettings } from '../../src/workspace/editor-settings.js';
import type { FileSystem } from '../../src/workspace/file-system.js';
import type { ClientFeatures, Snapshot } from '../../src/workspace/snapshot.js';
import { folderOf, isInFolder } from '../../src/workspace/uris.js';
import { Workspace } from '../../src/workspace/workspace.js';

/**
 * A project in one string. `--- brand.failover` on a line of its own starts a file, the first has the name main.failover
 * unless it is given one. `‸` marks the cursor; `⟦` and `⟧` mark the places that are expected. The marks are taken out.
 */
export interface Marked {
  /** The texts without marks, by name. */
  readonly files: ReadonlyMap<string, string>;
  /** The file with the cursor, or the first. */
  readonly name: string;
  readonly cursor: number;
  /** The marked places, each with its file, in the order of the string. */
  readonly places: readonly (Span & { readonly name: string })[];
}

const marks = /[‸⟦⟧]/g;

export function marked(source: string): Marked {
  const files = new Map<string, string>();
  const places: (Span & { name: string })[] = [];
  let at: { name: string; cursor: number } | undefined;
  for (const [name, text] of filesOf(source)) {
    const starts: number[] = [];
    let removed = 0;
    for (const { 0: mark, index } of text.matchAll(marks)) {
      const offset = index - removed++;
      if (mark === '‸') at = { name, cursor: offset };
      else if (mark === '⟦') starts.push(offset);
      else {
        const start = starts.pop();
        if (start === undefined) throw new Error('There is a ⟧ without ⟦');
        places.push({ name, offset: start, length: offset - start });
      }
    }
    files.set(name, text.replace(marks, ''));
  }
  const [first = 'main.failover'] = files.keys();
  return { files, places, ...(at ?? { name: first, cursor: 0 }) };
}

function filesOf(source: string): [string, string][] {
  const parts = source.split(/^--- (\S+)\n/m);
  const files: [string, string][] = [];
  if (parts[0] !== '') files.push(['main.failover', parts[0] ?? '']);
  for (let at = 1; at < parts.length; at += 2) files.push([parts[at] ?? '', parts[at + 1] ?? '']);
  return files.length === 0 ? [['main.failover', '']] : files;
}

export const folder = 'file:///project';

export function uriOf(name: string): string {
  return `${folder}/${name}`;
}

/** The files of a project in memory. */
export function memoryFiles(files: ReadonlyMap<string, string>): FileSystem {
  return {
    read: async (uri) => {
      const text = files.get(uri.slice(folder.length + 1));
      return text === undefined ? { problem: 'missing' } : { text };
    },
    rootOf: async (uri) => (isInFolder(folder, uri) ? folder : folderOf(uri)),
    rootsIn: async () => [folder],
    find: async (root) =>
      root !== folder ? [] : [...files.keys()].filter((name) => name.endsWith('.failover')).map(uriOf),
  };
}

export const everyClientFeature: ClientFeatures = {
  snippets: true,
  markdown: true,
  resolvesDocumentation: true,
  itemDefaults: true,
  documentChanges: true,
  previewCommands: true,
};

/** The file with the cursor, opened in an editor. */
export async function snapshotOf(
  source: string | Marked,
  { settings, client }: { settings?: unknown; client?: Partial<ClientFeatures> } = {},
): Promise<Snapshot & { readonly cursor: number; readonly marked: Marked; readonly workspace: Workspace }> {
  const project = typeof source === 'string' ? marked(source) : source;
  const workspace = new Workspace(memoryFiles(project.files), {
    folders: [folder],
    encoding: 'utf-16',
    client: { ...everyClientFeature, ...client },
  });
  workspace.set(readEditorSettings(settings));
  await workspace.ready();
  const uri = uriOf(project.name);
  workspace.open(uri, project.files.get(project.name) ?? '', 1);
  const snapshot = await workspace.snapshot(uri);
  if (snapshot === undefined) throw new Error(`There is no ${project.name}`);
  return { ...snapshot, cursor: project.cursor, marked: project, workspace };
}
