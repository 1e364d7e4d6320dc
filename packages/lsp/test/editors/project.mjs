// A small project to open in an editor, and what must be seen there.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const server = fileURLToPath(new URL('../../dist/failover-language-server.cjs', import.meta.url));

/** The start of what is to be said, and the place that it is said of. */
export const fault = { message: 'The ttl of an SMS is from `1m` to `1d`, not `5s`', line: 4 };

/** A line on which a step is begun, the word that completion is to make of it, and what is to be said about that. */
export const begun = { line: 5, typed: 'then voi', completed: 'then voice', documentation: 'A call' };

const flow = `import "./brand.failover"

flow login(to: phone) {
  sms "Γειά 😀" ttl 5s
}
`;

/** @param {(project: { folder: string, file: string }) => unknown} work */
export async function withProject(work) {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'failover-editor-')));
  try {
    mkdirSync(path.join(folder, 'flows'));
    writeFileSync(path.join(folder, 'failover.json'), '{}\n');
    writeFileSync(path.join(folder, 'flows/brand.failover'), 'sender acme { sms "ACME" voice "302101234567" }\n');
    const file = path.join(folder, 'flows/login.failover');
    writeFileSync(file, flow);
    await work({ folder, file });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
