// Prints how many bytes are allocated for a kilobyte of text, as JSON: for its tree, of which some are kept, and for its
// requests.
import { getHeapStatistics } from 'node:v8';
import { Program, parse } from '../../packages/compiler/dist/index.js';

const uri = 'file:///a.failover';
const flow = (number) => `flow f${number}(to: phone, pin: text(..6)) {
  viber "Your code is {pin}" from "61ae2b8c-0d9b-4d0d-8a3d-5f6f1a2b3c4d" ttl 1m on expired, failed
  then sms "Your code is {pin}" from "ACME" ttl 2m on failed
  then voice say "Your code is {pin}" lang en-US from "302101234567"
}
`;
const text = Array.from({ length: 200 }, (_, index) => flow(index)).join('\n');

function requests() {
  const program = new Program({ read: () => ({ text }) }, [uri], { root: 'file:///' });
  const fault = program.allDiagnostics().find(({ severity }) => severity === 'error');
  if (fault !== undefined) throw new Error(fault.message);
  return program.flows(uri).map((flow) => program.bundle(flow));
}

/** Nothing is collected in between: there is room for all of it. */
function allocatedBy(work) {
  // The first time makes what is made once.
  work();
  globalThis.gc();
  const before = getHeapStatistics().used_heap_size;
  const result = work();
  const made = getHeapStatistics().used_heap_size - before;
  globalThis.gc();
  const kept = getHeapStatistics().used_heap_size - before;
  if (result === undefined) throw new Error('Nothing was made');
  return { made: perKilobyte(made), kept: perKilobyte(kept) };
}

function perKilobyte(bytes) {
  return Math.round(bytes / (text.length / 1000));
}

const tree = allocatedBy(() => parse(uri, text));
process.stdout.write(JSON.stringify({ tree: tree.made, keptTree: tree.kept, requests: allocatedBy(requests).made }));
