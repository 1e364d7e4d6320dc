// The files of the example, in memory: a browser without a server has no others.
const vscode = require('vscode');

const root = '/project';

exports.activate = async (context) => {
  const origin = new URL(context.extensionUri.toString(true)).origin;
  const texts = await (await fetch(`${origin}/workspace.json`)).json();
  const files = new Map();
  for (const [name, text] of Object.entries(texts)) files.set(`${root}/${name}`, new TextEncoder().encode(text));
  const changes = new vscode.EventEmitter();
  const changed = (uri, type) => changes.fire([{ uri, type }]);
  const childrenOf = (path) => {
    const start = path.endsWith('/') ? path : `${path}/`;
    const found = new Map();
    for (const name of files.keys()) {
      if (!name.startsWith(start)) continue;
      const [child, ...deeper] = name.slice(start.length).split('/');
      found.set(child, deeper.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return [...found];
  };
  const must = (uri) => {
    const content = files.get(uri.path);
    if (content === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return content;
  };
  const provider = {
    onDidChangeFile: changes.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat(uri) {
      const isFolder = childrenOf(uri.path).length > 0;
      const size = isFolder ? 0 : must(uri).length;
      return { type: isFolder ? vscode.FileType.Directory : vscode.FileType.File, ctime: 0, mtime: Date.now(), size };
    },
    readDirectory: (uri) => childrenOf(uri.path),
    readFile: must,
    writeFile(uri, content) {
      const isNew = !files.has(uri.path);
      files.set(uri.path, content);
      changed(uri, isNew ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed);
    },
    createDirectory: () => undefined,
    delete(uri) {
      files.delete(uri.path);
      changed(uri, vscode.FileChangeType.Deleted);
    },
    rename(from, to) {
      files.set(to.path, must(from));
      files.delete(from.path);
      changed(from, vscode.FileChangeType.Deleted);
      changed(to, vscode.FileChangeType.Created);
    },
  };
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('example', provider));
};
