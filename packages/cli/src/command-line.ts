import { Command, CommanderError, Option } from 'commander';
import { version } from '../package.json';
import type { CheckOptions } from './commands/check.js';
import type { CompileOptions } from './commands/compile.js';
import type { FormatOptions } from './commands/format.js';
import { Fault } from './fault.js';
import { stderr, stdout } from './output/streams.js';

const filesHelp = `
A folder is searched for .failover files; node_modules, folders that start with a dot and symbolic links are passed over.
Without files: those that \`include\` in failover.json names, else the current folder.`;

/**
 * Reads the arguments and runs the command that they name. Each command is loaded when it is wanted.
 * @returns the exit status
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const { program, status } = commandLine();
  try {
    await program.parseAsync(isHelpOfNothing(program, args) ? args.slice(1) : args, { from: 'user' });
    return status();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    if (error.code === 'commander.help') return 2;
    throw usageFault(error.message, args);
  }
}

/** Every command, and the status of the one that was run. */
export function commandLine(): { program: Command; status: () => number } {
  let status = 0;
  const program = newProgram();
  addCompile(program, async (files, options) => {
    status = await (await import('./commands/compile.js')).compile(files, options);
  });
  addCheck(program, async (files, options) => {
    status = await (await import('./commands/check.js')).check(files, options);
  });
  addFormat(program, async (files, options) => {
    status = await (await import('./commands/format.js')).format(files, options);
  });
  return { program, status: () => status };
}

/** Whether help is wanted of a command that there is not. Read as a command, it is refused, with the one that was meant. */
function isHelpOfNothing({ commands }: Command, [first, name]: readonly string[]): boolean {
  if (first !== 'help' || name === undefined || name === first) return false;
  return !name.startsWith('-') && commands.every((command) => command.name() !== name);
}

type Action<Options> = (files: string[], options: Options) => Promise<void>;

function newProgram(): Command {
  return new Command('failover')
    .description('Says how a message reaches a person: which channel first, how long to wait, and what comes next.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      // What is wrong is thrown too, and told like every other fault.
      outputError: () => {},
      getErrHasColors: () => false,
    })
    .exitOverride()
    .addHelpText(
      'after',
      `
Examples:
  failover compile login.failover --set to=+306912345678 --set pin=8213
  failover check
  failover format

Exit status: 0 fine, 1 the sources have errors, 2 wrong usage or unreadable input.`,
    );
}

function addCompile(program: Command, action: Action<CompileOptions>): void {
  program
    .command('compile')
    .summary('write flows as the JSON that the API takes')
    .description('Prints the request body of a flow, or writes those of all flows to a folder.')
    .argument('[files...]', 'files, folders or globs; `-` reads standard input')
    .option('-o, --out <folder>', 'write <folder>/<flow>.json for each flow of the files')
    .option('--flow <name>', 'only the flow of this name')
    .option('--set <name=value>', 'a value for a parameter (repeatable)', pairs('--set'))
    .option('--values <file>', 'a JSON file with values for parameters; `--set` comes before it')
    .option('--define <name=text>', 'a text that takes the place of a let (repeatable)', pairs('--define'))
    .addOption(
      new Option('--emit <what>', 'a body ready to send, or one with its parameters open')
        .choices(['payload', 'bundle'])
        .argParser(oneOf('--emit', ['payload', 'bundle']))
        .default('payload'),
    )
    .addHelpText(
      'after',
      `
Examples:
  failover compile login.failover --set to=+306912345678 --set pin=8213
  failover compile flows --flow login-code --values values.json
  failover compile flows -o dist --emit bundle
  failover compile flows -o dist --define api=https://staging.acme.com
${filesHelp}
Nothing is written when any file has an error, or any parameter no value.`,
    )
    .action(action);
}

function addCheck(program: Command, action: Action<CheckOptions>): void {
  program
    .command('check')
    .summary('tell what is wrong with files')
    .description('Prints every diagnostic of the files and of those that they import.')
    .argument('[files...]', 'files, folders or globs; `-` reads standard input')
    .addOption(
      new Option('--format <format>', 'for people on standard error, or for programs on standard output')
        .choices(['pretty', 'json'])
        .argParser(oneOf('--format', ['pretty', 'json']))
        .default('pretty'),
    )
    .option('--max-warnings <number>', 'end with status 1 when there are more warnings', wholeNumber)
    .addHelpText(
      'after',
      `
Examples:
  failover check
  failover check 'flows/**/*.failover' --max-warnings 0
  failover check --format json flows > diagnostics.json
${filesHelp}`,
    )
    .action(action);
}

function addFormat(program: Command, action: Action<FormatOptions>): void {
  program
    .command('format')
    .summary('rewrite files in the one way there is')
    .description('Rewrites files in place. What is broken in a file stays as it is, and is told.')
    .argument('[files...]', 'files, folders or globs; `-` formats standard input to standard output')
    .option('--check', 'list the files that would change, and end with status 1 if there are any')
    .addHelpText(
      'after',
      `
Examples:
  failover format
  failover format --check flows
  failover format - < login.failover
${filesHelp}`,
    )
    .action(action);
}

/** Reads one `name=value` after the other. A name that stands twice has its last value. */
function pairs(option: string) {
  return (text: string, before: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> => {
    const at = text.indexOf('=');
    if (at === -1) throw new Fault(`\`${option} ${text}\` has no value: write \`${option} ${text}=…\``);
    if (at === 0) throw new Fault(`\`${option} ${text}\` has no name before the \`=\``);
    return new Map([...before, [text.slice(0, at), text.slice(at + 1)]]);
  };
}

function oneOf(option: string, words: readonly string[]) {
  return (text: string): string => {
    if (words.includes(text)) return text;
    throw new Fault(`\`${option}\` takes ${words.map((word) => `\`${word}\``).join(' or ')}, not \`${text}\``);
  };
}

function wholeNumber(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new Fault(`\`--max-warnings\` takes a whole number, not \`${text}\``);
}

/** A fault in the words of commander, in ours: "error: unknown option '--st'\n(Did you mean --set?)". */
function usageFault(message: string, args: readonly string[]): Fault {
  const plain = message
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (.*)\?\)$/s, '; did you mean `$1`?')
    .replace(/'([^']*)'/g, '`$1`');
  const [name = ''] = args;
  const command = ['compile', 'check', 'format'].includes(name) ? `failover ${name}` : 'failover';
  return new Fault(plain.charAt(0).toUpperCase() + plain.slice(1), {
    help: `\`${command} --help\` tells what there is.`,
  });
}
