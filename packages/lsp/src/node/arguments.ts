export type Transport = 'stdio' | 'node-ipc';

export type Arguments =
  /** @param parent the process that the server ends with, when it is known from the start */
  | { readonly kind: 'serve'; readonly transport: Transport; readonly parent: number | undefined }
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'wrong'; readonly message: string };

export const help = `Usage: failover-language-server --stdio

The language server of the failover language, for an editor to start.

Options:
  --stdio          speak over standard input and output
  --node-ipc       speak over the channel of a Node process that started this one
  -V, --version    print the version
  -h, --help       print this help
`;

const transports: Readonly<Record<string, Transport>> = { '--stdio': 'stdio', '--node-ipc': 'node-ipc' };
const seeHelp = '`failover-language-server --help` says how it is started';

/** @param hasChannel whether this process was started with a channel to its parent */
export function readArguments(args: readonly string[], hasChannel: boolean): Arguments {
  if (args.some((arg) => arg === '--help' || arg === '-h')) return { kind: 'help' };
  if (args.some((arg) => arg === '--version' || arg === '-V')) return { kind: 'version' };
  let transport: Transport | undefined;
  let parent: number | undefined;
  for (const arg of args) {
    // VS Code's client adds this on its own.
    const [, id] = /^--clientProcessId=(\d+)$/.exec(arg) ?? [];
    if (id !== undefined) parent = Number(id);
    else if (!Object.hasOwn(transports, arg)) return wrong(`There is no option \`${arg}\``);
    else if (transport !== undefined) return wrong('One way to speak is enough: `--stdio` or `--node-ipc`');
    else transport = transports[arg];
  }
  if (transport === undefined) return wrong('An editor starts this server with `--stdio` or `--node-ipc`');
  if (transport === 'node-ipc' && !hasChannel) {
    return wrong('`--node-ipc` needs a Node process that started this one with a channel to it');
  }
  return { kind: 'serve', transport, parent };
}

function wrong(message: string): Arguments {
  return { kind: 'wrong', message: `${message}. ${seeHelp}.` };
}
