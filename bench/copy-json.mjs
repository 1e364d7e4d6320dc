// The yardstick for many files: read, JSON.parse, stringify, write. node copy-json.mjs FROM TO
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [from, to] = process.argv.slice(2);
mkdirSync(to, { recursive: true });
for (const name of readdirSync(from)) {
  const value = JSON.parse(readFileSync(path.join(from, name), 'utf8'));
  writeFileSync(path.join(to, name), JSON.stringify(value, null, 2));
}
