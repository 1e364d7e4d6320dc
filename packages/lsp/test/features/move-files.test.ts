import { describe, expect, it } from 'vitest';
import { moveFiles } from '../../src/features/move-files.js';
import { snapshotOf, uriOf } from '../support/marked.js';

/** The imports after moves, as `file: text` with the file's name before them. */
async function moved(source: string, ...moves: [string, string][]): Promise<string[]> {
  const { projects, project } = await snapshotOf(source);
  const edit = moveFiles(
    projects,
    moves.map(([from, to]) => ({ oldUri: uriOf(from), newUri: new URL(uriOf(to)).href })),
  );
  return Object.entries(edit?.changes ?? {}).flatMap(([uri, edits]) =>
    edits.map(({ range, newText }) => {
      const { offset, length } = project.document(uri).spanOf(range);
      return `${uri.slice(uriOf('').length)}: ${project.document(uri).text.slice(offset, offset + length)} → ${newText}`;
    }),
  );
}

const files = `import "./brand/acme.failover"
--- flows/login.failover
import "../brand/acme.failover"
import "./shared.failover"
--- flows/shared.failover
let a = "b"
--- brand/acme.failover
sender acme { sms "ACME" }
`;

describe('moving', () => {
  it('a file changes the imports of it', async () => {
    expect(await moved(files, ['brand/acme.failover', 'acme.failover'])).toEqual([
      'main.failover: "./brand/acme.failover" → "./acme.failover"',
      'flows/login.failover: "../brand/acme.failover" → "../acme.failover"',
    ]);
  });

  it('a file changes the imports in it', async () => {
    expect(await moved(files, ['flows/login.failover', 'login.failover'])).toEqual([
      'flows/login.failover: "../brand/acme.failover" → "./brand/acme.failover"',
      'flows/login.failover: "./shared.failover" → "./flows/shared.failover"',
    ]);
  });

  it('a folder leaves what it holds together alone', async () => {
    expect(await moved(files, ['flows', 'a/b c'])).toEqual([
      'flows/login.failover: "../brand/acme.failover" → "../../brand/acme.failover"',
    ]);
    expect(await moved(files, ['brand', 'τα δικά μας'])).toEqual([
      'main.failover: "./brand/acme.failover" → "./τα δικά μας/acme.failover"',
      'flows/login.failover: "../brand/acme.failover" → "../τα δικά μας/acme.failover"',
    ]);
  });

  it('several files at once', async () => {
    expect(
      await moved(files, ['brand/acme.failover', 'flows/acme.failover'], ['main.failover', 'flows/main.failover']),
    ).toEqual([
      'main.failover: "./brand/acme.failover" → "./acme.failover"',
      'flows/login.failover: "../brand/acme.failover" → "./acme.failover"',
    ]);
  });

  it('keeps an import that does not lead anywhere yet', async () => {
    expect(await moved('import "./later.failover"', ['main.failover', 'a/main.failover'])).toEqual([
      'main.failover: "./later.failover" → "../later.failover"',
    ]);
  });

  it('understands names that the client encodes in its own way', async () => {
    expect(
      await moved('import "./a (b).failover"\n--- a%20(b).failover\nlet a = "b"', [
        'a%20%28b%29.failover',
        'c%7B.failover',
      ]),
    ).toEqual(['main.failover: "./a (b).failover" → "./c\\{.failover"']);
  });

  it('leaves imports alone that would lead outside the root, and what has nothing to do with it', async () => {
    expect(await moved(files, ['brand/acme.failover', '../acme.failover'])).toEqual([]);
    expect(await moved(files, ['flows', '../flows'])).toEqual([]);
    expect(await moved(files, ['images', 'pictures'])).toEqual([]);
  });
});
