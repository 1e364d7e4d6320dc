// Installs the packed extension in VS Code, and checks in a browser what a person would see:
// node e2e/run.mjs [--host node|web] [--stage NAME]
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { largest } from '../../../scripts/budgets.mjs';
import { installBrowser, installWorkbench } from './install.mjs';
import { startNodeWorkbench } from './node-workbench.mjs';
import { Person, patience } from './person.mjs';
import * as activation from './stages/activation.mjs';
import * as colours from './stages/colours.mjs';
import * as curl from './stages/curl.mjs';
import * as drawing from './stages/drawing.mjs';
import * as importing from './stages/importing.mjs';
import * as layout from './stages/layout.mjs';
import * as newFile from './stages/new-file.mjs';
import * as preview from './stages/preview.mjs';
import * as problems from './stages/problems.mjs';
import * as rename from './stages/rename.mjs';
import * as restart from './stages/restart.mjs';
import * as tasks from './stages/tasks.mjs';
import * as typing from './stages/typing.mjs';
import { startWebWorkbench } from './web-workbench.mjs';

const stages = {
  activation,
  colours,
  problems,
  typing,
  rename,
  layout,
  preview,
  drawing,
  curl,
  restart,
  tasks,
  'new-file': newFile,
  importing,
};
/** A file with a fault, to see what happens when it is opened. */
const wrong = 'import "./brand.failover"\n\nflow wrong(to: phone) {\n  sms "Hello" on busy\n}\n';
const hosts = { node: startNodeWorkbench, web: startWebWorkbench };
/** Parts of VS Code that would have to be compiled, and that nothing here uses. */
const missing = /spdlog|ripgrep/;
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
const quiet = ['--disable-background-networking', '--disable-component-update'];

const { values } = parseArgs({ options: { host: { type: 'string' }, stage: { type: 'string' } } });
if (values.stage !== undefined && !(values.stage in stages)) {
  throw new Error(`There is no stage ${values.stage}: use ${Object.keys(stages).join(', ')}`);
}
const extension = path.resolve(import.meta.dirname, '..');
const example = path.resolve(extension, '../../examples/sign-in');
const vsix = path.join(extension, 'dist/failover.vsix');
if (!existsSync(vsix)) throw new Error(`${vsix} is missing: run npm run package`);
const limit = largest['packages/vscode-extension/dist/failover.vsix'];
const size = statSync(vsix).size;
console.log(`failover.vsix: ${(size / 1000).toFixed(0)} kB of ${limit / 1000}`);
if (size > limit) throw new Error('The extension is too large');
const [vscode, executablePath] = [installWorkbench(), installBrowser()];

let failures = 0;
for (const host of values.host === undefined ? Object.keys(hosts) : [values.host]) {
  const start = hosts[host];
  if (start === undefined) throw new Error(`There is no host ${host}: use ${Object.keys(hosts).join(' or ')}`);
  if ((await runOn(host, start)) === 0) continue;
  // A busy machine may lose a key that is pressed. What is really broken is broken in a new workbench too.
  console.log(`once more on ${host}, in a new workbench`);
  failures += await runOn(host, start);
}
console.log(failures === 0 ? 'all stages passed' : `${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;

/** Runs the stages one after another in a workbench of its own. @returns how many failed */
async function runOn(host, start) {
  const pictures = path.join(import.meta.dirname, 'pictures', host);
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'failover-e2e-'));
  const workspace = path.join(folder, 'sign-in');
  cpSync(example, workspace, { recursive: true });
  cpSync(path.join(extension, 'README.md'), path.join(workspace, 'notes.md'));
  writeFileSync(path.join(workspace, 'wrong.failover'), wrong);
  for (const [name, text] of Object.entries(importing.files)) writeFileSync(path.join(workspace, name), text);
  writeFileSync(path.join(workspace, 'failover.json'), '{\n  "include": ["."]\n}\n');
  let workbench;
  let browser;
  let failed = 0;
  try {
    const log = path.join(pictures, 'server.log');
    workbench = await start({ vscode, vsix, extension, workspace, folder, log });
    browser = await chromium.launch({ executablePath, args: [...flags, ...quiet] });
    const { page, refused, noise } = await openPage(browser, workbench.url);
    let count = 0;
    const picture = async (name) => {
      count++;
      await page.screenshot({ path: path.join(pictures, `${String(count).padStart(2, '0')}-${name}.png`) });
    };
    const person = new Person(page, picture);
    for (const [name, stage] of Object.entries(stages)) {
      if (values.stage !== undefined && values.stage !== name) continue;
      if (stage.hosts?.includes(host) === false) continue;
      const began = Date.now();
      try {
        await stage.run(person);
        console.log(`✓ ${host}: ${stage.title} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
      } catch (error) {
        failed++;
        await picture(`failed-${name}`).catch(() => undefined);
        console.error(`✗ ${host}: ${stage.title}\n${error.stack}\n  pictures: ${pictures}`);
        for (const line of noise.filter((line) => !/Not Found|404/.test(line)).slice(-10))
          console.error(`  page: ${line.slice(0, 200)}`);
        // What comes after would start from an unknown state.
        break;
      }
    }
    if (refused.size > 0) console.log(`  ${host}: refused requests to ${[...refused].join(', ')}`);
  } finally {
    await browser?.close();
    await workbench?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return failed;
}

async function openPage(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(patience);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const refused = new Set();
  await context.route(
    ({ protocol, hostname }) => protocol.startsWith('http') && hostname !== '127.0.0.1',
    (route) => {
      refused.add(new URL(route.request().url()).host);
      return route.abort();
    },
  );
  const page = await context.newPage();
  const noise = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !missing.test(message.text())) noise.push(message.text());
  });
  page.on('pageerror', (error) => noise.push(String(error)));
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return { page, refused, noise };
}
