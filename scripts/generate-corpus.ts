// Writes what stands beside each sample of the corpus: node scripts/run.mjs scripts/generate-corpus.ts [--check]
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { outOfDate, samplesIn, siblingsOf } from '../test/support/corpus.js';

const script = 'scripts/generate-corpus.ts';
const isCheck = process.argv.includes('--check');
const corpus = path.join(process.cwd(), 'test/corpus');

for (const sample of samplesIn(corpus)) {
  const names = outOfDate(sample);
  const siblings = siblingsOf(sample);
  for (const name of names) {
    const text = siblings.get(name);
    const file = path.join(sample.folder, name);
    if (isCheck) console.error(`test/corpus/${sample.name}/${name} is out of date: run node scripts/run.mjs ${script}`);
    else if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
  }
  if (isCheck && names.length > 0) process.exitCode = 1;
}
