import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { root } from './paths.mjs';

const folder = path.join(root, 'docs/diagnostics');

/**
 * The pages of the diagnostics as a module: what the command shows of them is in its one file. They are compressed, since
 * Node reads all of the file at each start.
 */
export const pagesPlugin = {
  name: 'diagnostic-pages',
  setup(build) {
    build.onResolve({ filter: /^failover:pages$/ }, ({ path: name }) => ({ path: name, namespace: 'pages' }));
    build.onLoad({ filter: /.*/, namespace: 'pages' }, () => ({ contents: pagesModule(), loader: 'js' }));
  },
};

function pagesModule() {
  const codes = readdirSync(folder).flatMap((name) => /^(FO\d{4})\.md$/.exec(name)?.[1] ?? []);
  const pages = codes.sort().map((code) => [code, readFileSync(path.join(folder, `${code}.md`), 'utf8')]);
  const compressed = brotliCompressSync(JSON.stringify(pages)).toString('base64');
  return `import { brotliDecompressSync } from 'node:zlib';
export const pages = new Map(JSON.parse(brotliDecompressSync(Buffer.from('${compressed}', 'base64')).toString()));`;
}
