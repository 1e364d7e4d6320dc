import type { Program, ReadResult } from '@failover/compiler';
import type { FileText } from '@failover/files';
import { Fault } from '../fault.js';
import type { Loaded } from '../input.js';
import { shownPath, shownUri } from '../paths.js';
import type { Seen } from './watch.js';

/** Which files have another text than before, as they are shown; nothing where all is as it was. */
export function changedFiles(before: Seen, now: Seen): string[] | undefined {
  const changed = differences(textsOf(before.others), textsOf(now.others)).map(shownPath);
  if (before.loaded instanceof Fault || now.loaded instanceof Fault) {
    const isSame = faultOf(before) === faultOf(now);
    return isSame && changed.length === 0 ? undefined : isSame ? changed : ['files'];
  }
  const imported = importedBy(before.loaded.program);
  changed.push(...differences(readBy(before.loaded, imported), readBy(now.loaded, imported)).map(shownUri));
  if (changed.length > 0) return changed;
  return circumstances(before.loaded) === circumstances(now.loaded) ? undefined : ['files'];
}

function faultOf({ loaded }: Seen): string | undefined {
  return loaded instanceof Fault ? JSON.stringify([loaded.message, loaded.extras]) : undefined;
}

/** What matters beside texts: where the project is, and why files cannot be read. */
function circumstances({ project, input }: Loaded): string {
  return JSON.stringify([project.root, input.unreadable.map(({ message }) => message)]);
}

/** What the files of a program import, also where it cannot be read. */
export function importedBy(program: Program): string[] {
  try {
    const imports = program.uris.flatMap((uri) => program.outline(uri)?.imports ?? []);
    return [...new Set(imports.flatMap(({ uri }) => uri ?? []))];
  } catch {
    // A fault of our own, which the run has told. The next text may be one without.
    return [];
  }
}

function readBy({ project, input, program }: Loaded, imported: readonly string[]): Map<string, string> {
  return new Map([
    ...imported.map((uri) => [uri, textOf(program.read(uri))] as const),
    ...input.texts,
    ...project.texts,
  ]);
}

function textsOf(files: ReadonlyMap<string, FileText>): Map<string, string> {
  return new Map([...files].map(([file, read]) => [file, textOf(read)]));
}

/** The text, or what stands for that there is none. */
function textOf(read: ReadResult | FileText): string {
  return 'text' in read ? read.text : `\0${JSON.stringify(read)}`;
}

function differences(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  const keys = new Set([...before.keys(), ...now.keys()]);
  return [...keys].filter((key) => before.get(key) !== now.get(key));
}
