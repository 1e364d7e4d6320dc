/// <reference types="node" />
import './heap.js';
import { version } from '../../package.json';
import { type Arguments, help, readArguments } from './arguments.js';
import { runServer } from './run.js';

const usage = 2;

run(readArguments(process.argv.slice(2), process.send !== undefined));

function run(args: Arguments): void {
  switch (args.kind) {
    case 'serve':
      runServer(args.transport, args.parent, version);
      break;
    case 'help':
      process.stdout.write(help);
      break;
    case 'version':
      process.stdout.write(`${version}\n`);
      break;
    case 'wrong':
      process.stderr.write(`error: ${args.message}\n`);
      process.exitCode = usage;
  }
}
