/// <reference types="node" />
import { runCommandLine } from './command-line.js';
import { Fault } from './fault.js';
import { tellBug } from './output/bug.js';
import { stderr } from './output/streams.js';

/** Wrong usage and unreadable input end with this status, and so do faults of our own. */
const failed = 2;

async function main(): Promise<number> {
  try {
    return await runCommandLine(process.argv.slice(2));
  } catch (error) {
    if (error instanceof Fault) await tell(error);
    else if ((error as NodeJS.ErrnoException).syscall === 'uv_cwd') stderr.write('error: The current folder is gone\n');
    else tellBug(error);
    return failed;
  }
}

async function tell(fault: Fault): Promise<void> {
  const { reportFault } = await import('./output/report.js');
  await reportFault(fault);
}

main().then((status) => {
  // Not an end at once: what a full pipe has not taken yet is still to be written.
  process.exitCode = status;
});
