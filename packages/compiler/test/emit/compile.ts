import { expect } from 'vitest';
import type { Bundle } from '../../src/emit/bundle.js';
import type { Flow } from '../../src/names/model.js';
import { acme, programOf, uriOf } from '../check/check.js';

/** The bundle of the first flow of a file that has no errors. */
export function bundleOf(source: string): Bundle {
  const program = programOf(new Map([[uriOf('main.failover'), source]]));
  const errors = program.allDiagnostics().filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  const [flow] = program.flows(uriOf('main.failover'));
  if (flow === undefined) throw new Error('There is no flow.');
  return program.bundle(flow);
}

/** The first step of a flow with the sender `acme`, as JSON with its keys in order. */
export function stepOf(step: string, before = ''): string {
  const { payload } = bundleOf(`${acme}\n${before}\n${step}`);
  return JSON.stringify((payload.flow as readonly unknown[])[0]);
}

/** The first flow of a file, which may have errors. */
export function flowOf(source: string): Flow {
  const [flow] = programOf(new Map([[uriOf('main.failover'), source]])).flows(uriOf('main.failover'));
  if (flow === undefined) throw new Error('There is no flow.');
  return flow;
}
