import { existsSync, readFileSync } from 'node:fs';
import { CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { commandLine } from '../../packages/cli/src/command-line.js';
import { helpExamples } from '../../scripts/docs/command-line.js';
import { generatedDocs } from '../../scripts/generate-docs.js';

test('what is generated of the documentation is up to date', () => {
  for (const [file, text] of generatedDocs()) expect(existsSync(file) && readFileSync(file, 'utf8'), file).toBe(text);
});

/** The arguments of a command line as a shell reads them, without what it does with standard input and output. */
function argumentsIn(line: string): string[] {
  const [, ...args] = line.match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
  const end = args.findIndex((arg) => /^(?:>>?|[<|])$/.test(arg));
  return args.slice(0, end === -1 ? undefined : end).map((arg) => arg.replace(/^(['"])(.*)\1$/, '$2'));
}

test.each(helpExamples())('the command takes what its help shows: %s', async (line) => {
  const { program } = commandLine();
  const run: string[] = [];
  for (const command of program.commands) command.action(() => void run.push(command.name()));
  await program.parseAsync(argumentsIn(line), { from: 'user' });
  expect(run).toEqual([argumentsIn(line)[0]]);
});

test('and would not take another option', async () => {
  const { program } = commandLine();
  const wrong = program.parseAsync(argumentsIn('failover check --no-such-option'), { from: 'user' });
  await expect(wrong).rejects.toThrow(CommanderError);
});
