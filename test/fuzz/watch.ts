import { Worker } from 'node:worker_threads';

/** A round of tries takes a second or two, and making a finding small a minute at most. */
const longest = 300_000;

const watcher = `
const { parentPort, workerData: { pid, longest } } = require('node:worker_threads');
let timer;
parentPort.on('message', (repeat) => {
  clearTimeout(timer);
  if (repeat === undefined) return parentPort.close();
  timer = setTimeout(() => {
    require('node:fs').writeSync(1, '\\nFOUND: no end after ' + longest / 1000 + ' s\\nRepeat it with ' + repeat + '\\n');
    process.kill(pid, 'SIGKILL');
  }, longest);
});
`;

/** Ends the process when what it tries does not come to an end, and says how to repeat it: from outside of its thread. */
export function watchForHangs() {
  const worker = new Worker(watcher, { eval: true, workerData: { pid: process.pid, longest } });
  worker.unref();
  return {
    begin: (repeat: string) => worker.postMessage(repeat),
    end: () => worker.postMessage(undefined),
  };
}
