import {
  type Disposable,
  FileType,
  ShellExecution,
  Task,
  TaskScope,
  tasks,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';

const type = 'failover';
const matcher = '$failover';

interface Definition {
  readonly type: typeof type;
  readonly command: 'check';
  readonly files?: readonly string[];
}

/** `failover check` as a task, whose findings go to the Problems panel. */
export function registerTasks(): Disposable {
  return tasks.registerTaskProvider(type, {
    provideTasks: () =>
      Promise.all((workspace.workspaceFolders ?? []).map((folder) => taskOf({ type, command: 'check' }, folder))),
    resolveTask: ({ definition, scope }) => {
      if (definition.command !== 'check') return undefined;
      const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
      return taskOf(definition as Definition, folder);
    },
  });
}

async function taskOf(definition: Definition, folder: WorkspaceFolder | undefined): Promise<Task> {
  const files = Array.isArray(definition.files) ? definition.files.map(String) : [];
  const execution = new ShellExecution(await commandIn(folder), [definition.command, ...files]);
  return new Task(definition, folder ?? TaskScope.Workspace, definition.command, type, execution, matcher);
}

/** The command that the project has installed, else the one that the shell finds. */
async function commandIn(folder: WorkspaceFolder | undefined): Promise<string> {
  const local = folder && Uri.joinPath(folder.uri, 'node_modules/.bin/failover');
  if (local === undefined) return 'failover';
  const found = await workspace.fs.stat(local).then(
    ({ type: kind }) => (kind & FileType.File) !== 0,
    () => false,
  );
  return found ? 'node_modules/.bin/failover' : 'failover';
}
