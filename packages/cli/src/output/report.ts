import { LineIndex, type Program } from '@failover/compiler';
import type { Fault } from '../fault.js';
import { shownUri } from '../paths.js';
import { stderrColours } from './colours.js';
import type { Source } from './excerpt.js';
import { type Finding, findingOfFault } from './finding.js';
import { pretty, type Sources } from './pretty.js';
import { stderr } from './streams.js';

/** How many columns a text has where there is no terminal to ask. */
const defaultColumns = 120;
const mostColumns = 160;

/** Prints findings on standard error, with the lines that they are about, and nothing when there are none. */
export async function report(findings: readonly Finding[], sources: Sources): Promise<void> {
  if (findings.length === 0) return;
  const { isTTY, columns } = stderr.stream;
  const style = { colours: stderrColours(), columns: isTTY ? Math.min(columns, mostColumns) : defaultColumns };
  let isWide = false;
  const measurePlain = (text: string) => {
    isWide = true;
    return text.length;
  };
  let text = pretty(findings, sources, { ...style, measure: measurePlain });
  if (isWide) {
    // East Asian characters take two columns, accents none. The tables of widths are large, and seldom needed.
    const { default: measure } = await import('string-width');
    text = pretty(findings, sources, { ...style, measure });
  }
  stderr.write(text);
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
