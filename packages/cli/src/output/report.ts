import { LineIndex, type Program } from '@failover/compiler';
import type { Fault } from '../fault.js';
import { shownUri } from '../paths.js';
import type { Source } from './excerpt.js';
import { type Finding, findingOfFault } from './finding.js';
import type { Sources } from './pretty.js';

/**
 * Prints findings on standard error, with the lines that they are about. What that takes is loaded when there is
 * something to print: most runs have nothing to say.
 */
export async function report(findings: readonly Finding[], sources: Sources): Promise<void> {
  if (findings.length === 0) return;
  const { printPretty } = await import('./print-pretty.js');
  await printPretty(findings, sources);
}

/** Prints what is wrong with the use of the command. */
export async function reportFault(fault: Fault): Promise<void> {
  const { place, text } = fault.extras;
  const sources = place && text !== undefined ? new Map([[place.uri, text]]) : undefined;
  await report([findingOfFault(fault)], sourcesOf(undefined, sources));
}

/** The files of a program, and others by URI. */
export function sourcesOf(program: Program | undefined, others: ReadonlyMap<string, string> = new Map()): Sources {
  const known = new Map<string, Source | undefined>();
  const find = (uri: string): Source | undefined => {
    const parsed = program?.parsed(uri);
    const text = others.get(uri);
    if (parsed !== undefined) return { name: shownUri(uri), lines: parsed.lines };
    return text === undefined ? undefined : { name: shownUri(uri), lines: new LineIndex(text) };
  };
  return (uri) => {
    if (!known.has(uri)) known.set(uri, find(uri));
    return known.get(uri);
  };
}
