// Binds a bundle to values: node bind.mjs '{ "to": "+306912345678", "pin": "8213" }'
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bind } from '@failover/compiler';

const bundle = JSON.parse(readFileSync(new URL('login.bundle.json', import.meta.url), 'utf8'));

/** With the library: it checks the values against the flow, and the request against the endpoint. */
export function withLibrary(values) {
  const bound = bind(bundle, values);
  if (!bound.ok) throw new Error(bound.problems.map(({ message }) => message).join('\n'));
  return bound.payload;
}

/** Without it: ten lines in any language. Whoever calls them has checked the values, with the JSON Schema in `params`. */
export function byHand(given) {
  const defaults = Object.entries(bundle.params.properties).map(([name, schema]) => [name, schema.default]);
  const values = { ...Object.fromEntries(defaults), ...given };
  const payload = structuredClone(bundle.payload);
  for (const { at, parts } of bundle.holes) {
    const keys = at.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const target = keys.slice(1, -1).reduce((place, key) => place[key], payload);
    const pieces = parts.map((part) => (typeof part === 'string' ? part : values[part.param]));
    target[keys.at(-1)] = pieces.length === 1 ? pieces[0] : pieces.join('');
  }
  return payload;
}

if (path.resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(withLibrary(JSON.parse(process.argv[2] ?? '{}')), undefined, 2));
}
