import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Licences that let their code be passed on in ours, as long as their text goes with it. */
const allowedLicences = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/**
 * Writes what a folder of bundles must say of the code of others in them: each library with its version and its licence.
 * @param folder where the bundles are
 * @param builds what esbuild gave for them, with a metafile
 * @throws when a library has no licence or one that is not allowed
 */
export function writeNotices(folder, builds) {
  const namesByText = new Map();
  for (const library of [...bundledFolders(builds)].toSorted()) {
    const { name, text } = licenceOf(library);
    namesByText.set(text, [...(namesByText.get(text) ?? []), name]);
  }
  const sections = [...namesByText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  const heading = 'The code of others in the files of this folder, and its licences.\n';
  writeFileSync(path.join(folder, 'THIRD-PARTY-NOTICES.txt'), [heading, ...sections].join(`\n${'-'.repeat(80)}\n\n`));
}

/** The folders of the libraries of which something is in the bundles. */
function bundledFolders(builds) {
  const outputs = builds.flatMap(({ metafile }) => Object.values(metafile.outputs));
  const used = outputs.flatMap(({ inputs }) => Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0));
  const folders = used.map((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
  return new Set(folders.filter((folder) => folder !== undefined));
}

/**
 * @param folder of a library
 * @returns what it is and the text of its licence
 * @throws when it has no licence or one that is not allowed
 */
export function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  if (!allowedLicences.includes(license)) {
    throw new Error(`${name} ${version} has the licence ${license}, which is none of ${allowedLicences.join(', ')}`);
  }
  const file = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (file === undefined) throw new Error(`${name} ${version} has no file with its licence in ${folder}`);
  return { name: `${name} ${version} (${license})`, text: readFileSync(path.join(folder, file), 'utf8').trim() };
}
