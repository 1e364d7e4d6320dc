import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { installedAlong } from '../scripts/budgets.mjs';
import { licenceOf } from '../scripts/notices.mjs';
import { root } from '../scripts/paths.mjs';

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

const registry = 'https://registry.npmjs.org/';
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const { packages: locked } = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Locked>> };

/** Where the lock file has what a package asks for: the nearest folder on the way up. */
function lockedPlace(from: string, name: string): string {
  for (let folder = from; ; folder = folder.includes('/') ? path.posix.dirname(folder) : '') {
    const place = path.posix.join(folder, 'node_modules', name);
    if (place in locked) return place;
    if (folder === '') throw new Error(`${from} needs ${name}, which package-lock.json does not have`);
  }
}

/** The places in the lock file of all that is installed along with a package. */
function installed(place: string, found = new Set<string>()): Set<string> {
  const { dependencies, optionalDependencies, peerDependencies } = locked[place] ?? {};
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
    const needed = lockedPlace(place, name);
    if (found.has(needed)) continue;
    found.add(needed);
    installed(needed, found);
  }
  return found;
}

describe.each(Object.entries(installedAlong))('%s', (folder, along) => {
  const places = [...installed(folder)];
  const manifest = JSON.parse(read(`${folder}/package.json`)) as Readonly<Record<string, unknown>>;

  test('brings along what is known, and no more', () => {
    expect(places.map((place) => place.replace(/^.*node_modules\//, ''))).toEqual(along);
  });

  test('runs nothing when it is installed, and neither does what it brings along', () => {
    expect(manifest.scripts).toBeUndefined();
    expect(places.filter((place) => locked[place]?.hasInstallScript)).toEqual([]);
  });

  test('brings along only what may be passed on', () => {
    for (const place of places) expect(licenceOf(path.join(root, place)).text).not.toBe('');
  });

  test('is ready to be published, with where it was built', () => {
    expect(manifest).toMatchObject({
      license: 'MIT',
      engines: { node: '>=20.19' },
      repository: { type: 'git', url: 'git+https://github.com/failover-lang/failover.git', directory: folder },
      homepage: expect.stringMatching(/^https:/),
      bugs: expect.stringMatching(/^https:/),
      publishConfig: { access: 'public', provenance: true },
    });
    expect(manifest.private).toBeUndefined();
    expect(read(`${folder}/LICENSE`)).toBe(read('LICENSE'));
  });
});

test('everything comes from the registry, with its checksum', () => {
  const others = Object.entries(locked).filter(([place, { link }]) => place.includes('node_modules/') && !link);
  expect(others.length).toBeGreaterThan(100);
  for (const [place, { resolved, integrity }] of others) {
    // Where nothing is written, it is the registry.
    expect((resolved ?? registry).startsWith(registry), place).toBe(true);
    expect(integrity, place).toMatch(/^sha512-/);
  }
});
