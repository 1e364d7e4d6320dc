import { Command, CommanderError, Option } from 'commander';
import { version } from '../package.json';
import type { CheckOptions } from './commands/check.js';
import type { CompileOptions } from './commands/compile.js';
import type { DiffOptions } from './commands/diff.js';
import type { ExplainOptions } from './commands/explain.js';
import type { FormatOptions } from './commands/format.js';
import type { ImportOptions } from './commands/import.js';
import { Fault } from './fault.js';
import { listed } from './output/listed.js';
import { stderr, stdout } from './output/streams.js';
import { readParameters } from './parameters.js';

const checkFormats: readonly CheckOptions['format'][] = ['pretty', 'json', 'sarif', 'github'];

const filesHelp = `
A folder is searched for .failover files; node_modules, folders that start with a dot and symbolic links are passed over.
Without files: those that \`include\` in failover.json names, else the current folder.`;

/**
 * Reads the arguments and runs the command that they name. Each command is loaded when it is wanted.
 * @returns the exit status
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const { program, status } = commandLine(args[0]);
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

/** Takes the exit status of a command that has run. */
type End = (status: number) => void;

/** The commands by their names, in the order of the help. */
const commands: Readonly<Record<string, (program: Command, end: End) => void>> = {
  compile: (program, end) =>
    addCompile(program, async (files, options) =>
      end(await (await import('./commands/compile.js')).compile(files, options)),
    ),
  check: (program, end) =>
    addCheck(program, async (files, options) => end(await (await import('./commands/check.js')).check(files, options))),
  format: (program, end) =>
    addFormat(program, async (files, options) =>
      end(await (await import('./commands/format.js')).format(files, options)),
    ),
  explain: (program, end) =>
    addExplain(program, async (subjects, options) =>
      end(await (await import('./commands/explain.js')).explain(subjects, options)),
    ),
  diff: (program, end) =>
    addDiff(program, async (names, options) => end(await (await import('./commands/diff.js')).diff(names, options))),
  import: (program, end) =>
    addImport(program, async (files, options) =>
      end(await (await import('./commands/import.js')).importFiles(files, options)),
    ),
  init: (program, end) => addInit(program, async (folder) => end((await import('./commands/init.js')).init(folder))),
};

/**
 * The commands, and the status of the one that was run.
 * @param named the one that is wanted: putting all of them together would cost each run a millisecond or two
 */
export function commandLine(named = ''): { program: Command; status: () => number } {
  let status = 0;
  const program = newProgram();
  const end: End = (ended) => {
    status = ended;
  };
  for (const name of Object.hasOwn(commands, named) ? [named] : Object.keys(commands)) commands[name]?.(program, end);
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
  failover import request.json > login.failover

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
      choice('--emit <what>', 'a body ready to send, or one with its parameters open', ['payload', 'bundle']).default(
        'payload',
      ),
    )
    .option('--watch', 'compile again after each change, until Ctrl-C')
    .addHelpText(
      'after',
      `
Examples:
  failover compile login.failover --set to=+306912345678 --set pin=8213
  failover compile flows --flow login-code --values values.json
  failover compile flows -o dist --emit bundle
  failover compile flows -o dist --define api=https://staging.acme.com
  failover compile flows -o dist --watch
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
      choice(
        '--format <format>',
        'for people on standard error, or for programs on standard output',
        checkFormats,
      ).default('pretty'),
    )
    .option('--max-warnings <number>', 'end with status 1 when there are more warnings', wholeNumber)
    .option('--fix', 'make the fixes that are safe in the files that are named, and tell what is left')
    .option('--watch', 'check again after each change, until Ctrl-C')
    .addHelpText(
      'after',
      `
Examples:
  failover check
  failover check 'flows/**/*.failover' --max-warnings 0
  failover check --format sarif > failover.sarif
  failover check --fix flows
  failover check --fix - < login.failover
  failover check --watch

Formats: pretty for people, json, sarif 2.1.0 for code scanning, github for the annotations of a workflow.
${filesHelp}`,
    )
    .action(action);
}

function addDiff(program: Command, action: Action<DiffOptions>): void {
  program
    .command('diff')
    .summary('tell what changed for the person who gets the message')
    .description(
      'Compares what flows send, and when: not their lines, but what is different for the person at the end.',
    )
    .argument(
      '[names...]',
      'OLD and NEW, two files or two folders; with `--git`, the files, folders or globs to compare',
    )
    .option('--git <commit>', 'compare a commit with the files as they are, or `A..B` with each other')
    .addOption(
      choice('--format <format>', 'for a terminal, for a comment on GitHub, or for programs', [
        'text',
        'markdown',
        'json',
      ]).default('text'),
    )
    .addHelpText(
      'after',
      `
Examples:
  failover diff old/login.failover login.failover
  failover diff --git main
  failover diff --git origin/main...HEAD --format markdown flows >> "$GITHUB_STEP_SUMMARY"
  git show HEAD:login.failover | failover diff - login.failover
  git difftool --extcmd 'failover diff' --no-prompt

A change of layout, comments or names that sends the same is no change. \`-\` reads one side from standard input.
With \`A...B\` the old side is where the histories of A and B part. Without files, \`--git\` compares those that
\`include\` in failover.json names, else those of the current folder; symbolic links and submodules are passed over.

Exit status: 0 no change, 1 something has changed or cannot be compared, 2 wrong usage or unreadable input.`,
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

function addExplain(program: Command, action: Action<ExplainOptions>): void {
  program
    .command('explain')
    .summary('tell in plain words what a flow does, or what a diagnostic means')
    .description(
      'Tells what flows do: what is sent when, and what comes next. Of a code such as FO3012, shows the page.',
    )
    .argument('[files or codes...]', 'files, folders or globs; `-` reads standard input; or codes of diagnostics')
    .option('--flow <name>', 'only the flow of this name')
    .option('--define <name=text>', 'a text that takes the place of a let (repeatable)', pairs('--define'))
    .addOption(
      choice('--format <format>', 'for a terminal, for a pull request, or as a diagram that GitHub draws', [
        'text',
        'markdown',
        'mermaid',
      ]).default('text'),
    )
    .addHelpText(
      'after',
      `
Examples:
  failover explain login.failover
  failover explain flows --flow login-code --format markdown > comment.md
  failover explain login.failover --format mermaid
  failover explain FO3012
${filesHelp}
A flow with errors is not explained; the errors are told, and the status is 1.`,
    )
    .action(action);
}

function addInit(program: Command, action: (folder: string) => Promise<void>): void {
  program
    .command('init')
    .summary('write a small project to start from')
    .description('Writes a project that compiles: a flow, a sender, a template, and checks for GitHub and VS Code.')
    .argument('[folder]', 'where to write it; made if it is not there', '.')
    .addHelpText(
      'after',
      `
Examples:
  failover init
  failover init messages

Nothing is overwritten. Where a file of the project itself is there already, nothing is written at all. The workflow and
the recommended extension go into the root of the git repository, if there is one; those that are there stay as they are.`,
    )
    .action(action);
}

function addImport(program: Command, action: Action<ImportOptions>): void {
  program
    .command('import')
    .summary('write request bodies as flows')
    .description('Prints the flow of a request body, or writes a .failover file for each of several.')
    .argument('<files...>', 'files, folders or globs of JSON or curl commands; `-` reads standard input')
    .option('-o, --out <folder>', 'write <folder>/<name>.failover for each file')
    .option('--force', 'with -o: write over files that are there')
    .option('--name <name>', 'the name of the flow; without it, that of the file')
    .addOption(
      choice('--endpoint <endpoint>', 'what the request is for, where its steps do not tell', [
        'standard',
        'transactional',
      ]),
    )
    .option(
      '--parametrize <names>',
      'values to make parameters: name or name=/json/pointer, with commas',
      readParameters,
    )
    .addHelpText(
      'after',
      `
Examples:
  failover import request.json > login.failover
  failover import request.json --parametrize to,pin=/flow/0/templateParams/pin
  failover import requests -o flows
  failover import - --name login < curl.txt

A file holds the body of a request, a list of such bodies, or the curl command that sends one. A folder is searched for
.json files. \`to\` alone makes the recipient a parameter; another name alone the template parameter or field of that name
and every text that is equal to it; a JSON Pointer exactly the value there. What cannot be said in a flow is left out and
told, and ends with status 1. Where a parameter has no place, nothing is written.`,
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

/** An option that takes one of some words. */
function choice(flags: string, description: string, words: readonly string[]): Option {
  const option = new Option(flags, description).choices(words);
  return option.argParser((text: string): string => {
    if (words.includes(text)) return text;
    const quoted = words.map((word) => `\`${word}\``);
    throw new Fault(`\`${option.long}\` takes ${listed(quoted, 'or')}, not \`${text}\``);
  });
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
  const command = Object.hasOwn(commands, name) ? `failover ${name}` : 'failover';
  return new Fault(plain.charAt(0).toUpperCase() + plain.slice(1), {
    help: `\`${command} --help\` tells what there is.`,
  });
}
