/** A run over fewer files is over before V8 optimizes much. */
const many = 50;

/**
 * Has the V8 of Node 20 optimize a function later, where the command is given many files: optimizing at its usual pace
 * costs a third of the processor time and is seldom earned back. Node 22 and later optimize in steps and need no such word.
 */
export async function prepareFor(files: number): Promise<void> {
  if (files < many || !process.version.startsWith('v20.')) return;
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString('--interrupt-budget=400000');
}
