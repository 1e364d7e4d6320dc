// VS Code as files only: no server behind it, and extensions run in a worker of the browser, where there is no Node.
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { settings } from './settings.mjs';

const workbench = 'out/vs/code/browser/workbench/workbench.js';
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** @returns the address to open, and what ends the server of the files */
export async function startWebWorkbench({ vscode, extension, workspace }) {
  const roots = {
    static: vscode,
    extension,
    files: path.join(import.meta.dirname, 'files-of-browser'),
  };
  const script = withoutServer(readFileSync(path.join(vscode, workbench), 'utf8'));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, first = '', ...rest] = decodeURIComponent(pathname).split('/');
    if (first === '') send(response, 'text/html; charset=utf-8', page(vscode, request.headers.host));
    else if (first === 'workspace.json') send(response, types['.json'], JSON.stringify(filesIn(workspace)));
    else if (pathname === `/static/${workbench}`) send(response, types['.js'], script);
    else if (first in roots) sendFile(response, roots[first], rest.join('/'));
    else notFound(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/?folder=${encodeURIComponent('example:/project')}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** code-server's workbench always asks a server for files and settings. VS Code's own keeps settings in the browser. */
function withoutServer(script) {
  const changes = [
    [',remoteAuthority:location.host}', '}'],
    [/\.with\(\{scheme:\w+\.vscodeRemote\}\),"User"\)/, '.with({scheme:"vscode-userdata"}),"User")'],
  ];
  return changes.reduce((text, [from, to]) => {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`VS Code's workbench is not the one that is known here: it has no ${from}`);
    return changed;
  }, script);
}

function page(vscode, host) {
  const at = (folder) => ({ scheme: 'http', authority: host, path: `/${folder}` });
  const configuration = {
    additionalBuiltinExtensions: [at('extension'), at('files')],
    userDataPath: '/user',
    isEnabledFileDownloads: false,
    isEnabledFileUploads: false,
    isEnabledCoderGettingStarted: false,
    configurationDefaults: settings,
    webviewEndpoint: `http://${host}/static/out/vs/workbench/contrib/webview/browser/pre`,
    productConfiguration: { enableTelemetry: false, extensionsGallery: undefined },
  };
  const values = {
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration).replaceAll('"', '&quot;'),
    WORKBENCH_WEB_BASE_URL: '/static',
    WORKBENCH_NLS_URL: '/static/out/nls.messages.js',
    WORKBENCH_NLS_FALLBACK_URL: '/static/out/nls.messages.js',
    VS_BASE: '/static',
    BASE: '',
  };
  const template = readFileSync(path.join(vscode, 'out/vs/code/browser/workbench/workbench.html'), 'utf8');
  return template.replace(/\{\{([^}]+)\}\}/g, (_, name) => values[name] ?? '');
}

/** The texts of a folder by their paths. */
function filesIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file, 'utf8')];
    }),
  );
}

function sendFile(response, root, name) {
  const file = path.join(root, name);
  if (!file.startsWith(root + path.sep) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    notFound(response);
    return;
  }
  response.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}

function send(response, type, text) {
  response.writeHead(200, { 'Content-Type': type });
  response.end(text);
}

function notFound(response) {
  response.writeHead(404);
  response.end();
}
