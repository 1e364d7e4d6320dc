import type { Argument, Command, Option } from 'commander';
import { commandLine } from '../../packages/cli/src/command-line.js';
import { code, fenced, plain, table } from './markdown.js';

/** What the commands say of themselves, as Markdown. */
export function commandReference(): string {
  const { program } = commandLine();
  const commands = program.commands.filter((command) => command.name() !== 'help');
  const list = commands.map((command) => [
    `[${code(command.name())}](#failover-${command.name()})`,
    plain(command.summary() || command.description()),
  ]);
  return [table(['command', 'does'], list), ...commands.map(commandSection), globalSection(program)].join('\n\n');
}

function commandSection(command: Command): string {
  const usage = `failover ${command.name()} ${command.usage()}`;
  return [
    `## failover ${command.name()}`,
    plain(command.description()),
    fenced('', usage),
    ...tableOf(command.registeredArguments, argumentRow, 'argument'),
    ...tableOf(visibleOptions(command), optionRow, 'option'),
    ...textAfter(command),
  ].join('\n\n');
}

function globalSection(program: Command): string {
  return ['## Everywhere', ...tableOf(visibleOptions(program), optionRow, 'option'), ...textAfter(program)].join(
    '\n\n',
  );
}

function tableOf<Item>(items: readonly Item[], row: (item: Item) => (string | undefined)[], head: string): string[] {
  return items.length === 0 ? [] : [table([head, 'what it is', 'one of', 'without it'], items.map(row))];
}

function argumentRow(argument: Argument): (string | undefined)[] {
  const name = `${argument.required ? `<${argument.name()}` : `[${argument.name()}`}${argument.variadic ? '...' : ''}`;
  return [
    code(`${name}${argument.required ? '>' : ']'}`),
    plain(argument.description),
    argument.argChoices?.map(code).join(', '),
    textOfDefault(argument),
  ];
}

function optionRow(option: Option): (string | undefined)[] {
  return [
    code(option.flags),
    plain(option.description),
    option.argChoices?.map(code).join(', '),
    textOfDefault(option),
  ];
}

function textOfDefault({ defaultValue, defaultValueDescription }: Argument | Option): string | undefined {
  if (defaultValueDescription !== undefined) return defaultValueDescription;
  return defaultValue === undefined ? undefined : code(String(defaultValue));
}

/** Not `--help`, which every command has. */
function visibleOptions(command: Command): Option[] {
  const options = command.createHelp().visibleOptions(command);
  return command.parent === null ? options : options.filter(({ long }) => long !== '--help');
}

/** What the help says after its lists: paragraphs, and lines to type under a heading. */
function textAfter(command: Command): string[] {
  return helpAfter(command)
    .split(/\n{2,}/)
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const [first = '', ...others] = text.replace(/^\n+|\n+$/g, '').split('\n');
      const areTyped = others.length > 0 && others.every((line) => line.startsWith('  '));
      if (!areTyped) return [first, ...others].map((line) => plain(line.trim())).join('\n');
      return `${plain(first)}\n\n${fenced('sh', others.map((line) => line.slice(2)).join('\n'))}`;
    });
}

function helpAfter(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (more) => (text += more) });
  command.outputHelp();
  const lists = command.helpInformation();
  return text.slice(text.indexOf(lists) + lists.length);
}

/** The command lines that stand as examples in the help. */
export function helpExamples(): string[] {
  const { program } = commandLine();
  const texts = [program, ...program.commands].map(helpAfter);
  return texts.flatMap((text) => text.split('\n')).flatMap((line) => /^ {2}(failover .+)$/.exec(line)?.[1] ?? []);
}
