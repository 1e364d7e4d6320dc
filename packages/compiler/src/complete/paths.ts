import { isInside } from '../names/imports.js';
import type { Candidate } from './candidate.js';
import type { Question } from './question.js';

/** Files of the project that are not imported yet, relative to the one that imports; near ones first. */
export function pathCandidates(question: Question): Candidate[] {
  const { uri, files, outline, program, offset } = question;
  const imported = new Set(
    outline.imports
      .filter(({ span }) => offset < span.offset || offset > span.offset + span.length)
      .map((one) => one.uri),
  );
  return files.flatMap((file): Candidate[] => {
    if (file === uri || imported.has(file) || !file.endsWith('.failover') || !isInside(program.root, file)) return [];
    const path = relativePath(uri, file);
    if (path === undefined) return [];
    return [{ kind: 'file', label: path, insert: [path], rank: path.split('/').length }];
  });
}

/** The path of an import from one file to another: `./brand.failover`. Nothing where no path leads there. */
export function relativePath(from: string, to: string): string | undefined {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  let same = 0;
  while (same < start.length && same < end.length - 1 && start[same] === end[same]) same++;
  // The scheme and the host.
  if (same < 3) return undefined;
  const up = start.slice(same).map(() => '..');
  const path = [...(up.length === 0 ? ['.'] : up), ...end.slice(same)].join('/');
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
