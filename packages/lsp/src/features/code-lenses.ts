import { type AnySymbol, count, symbolAt, usesOf } from '@failover/compiler';
import type { CodeLens, Command, Range } from 'vscode-languageserver-types';
import { clientCommands } from '../protocol.js';
import type { Snapshot } from '../workspace/snapshot.js';

/** So many lenses are found out at once: an editor that asks for each of them again may lose some while somebody types. */
const few = 60;

/**
 * What stands above each flow and declaration. Where there are many, those that tell something of it have no command yet:
 * only the ones that are seen are worth finding out.
 */
export function codeLenses(snapshot: Snapshot): CodeLens[] {
  const { program, uri, document, settings, client } = snapshot;
  const declarations = program.outline(uri)?.declarations;
  if (!settings.codeLens || declarations === undefined) return [];
  const { flows, lets, senders, templates } = declarations;
  const facts = [...flows, ...lets, ...senders, ...templates].map((symbol) => ({
    range: document.rangeOf(symbol),
    data: uri,
  }));
  const doings = client.previewCommands ? flows.flatMap((flow) => doingsOf(uri, document.rangeOf(flow))) : [];
  return [...(facts.length <= few ? facts.map((lens) => resolveCodeLens(snapshot, lens)) : facts), ...doings];
}

function doingsOf(uri: string, range: Range): CodeLens[] {
  const place = [{ uri, position: range.start }];
  return [
    { range, command: { title: 'Preview payload', command: clientCommands.previewPayload, arguments: place } },
    { range, command: { title: 'Show flow', command: clientCommands.showFlow, arguments: place } },
    { range, command: { title: 'Copy as curl', command: clientCommands.copyAsCurl, arguments: place } },
  ];
}

/** Finds out what a lens tells. */
export function resolveCodeLens(snapshot: Snapshot, lens: CodeLens): CodeLens {
  if (lens.command !== undefined) return lens;
  const { program, uri, document } = snapshot;
  const offset = document.offsetAt(lens.range.start);
  const flow = program.flowAt(uri, offset);
  if (flow !== undefined) {
    const amount = flow.parameters.length;
    return {
      ...lens,
      command: told(
        `${flow.endpoint} · ${count(amount, 'parameter')}${flow.listed || amount === 0 ? '' : ', inferred'}`,
      ),
    };
  }
  const symbol = symbolAt(program, uri, offset)?.symbol;
  return { ...lens, command: told(symbol === undefined ? '' : usesText(snapshot, symbol)) };
}

function usesText({ program }: Snapshot, symbol: AnySymbol): string {
  const { written, taken } = usesOf(program, symbol);
  return taken === 0
    ? count(written, 'reference')
    : `${count(written, 'reference')}, taken ${count(taken, 'time')} without its name`;
}

/** A lens that is only read. */
function told(title: string): Command {
  return { title, command: '' };
}
