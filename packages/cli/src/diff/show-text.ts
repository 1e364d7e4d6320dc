import type { Change, Sentence } from '@failover/compiler/compare';
import { type Colours, stdoutColours } from '../output/colours.js';
import { visible } from '../output/visible.js';
import { type Compared, shownPlace } from './compared.js';

/** For people at a terminal: each flow with its changes, each with its place. */
export function diffText(compared: Compared): string {
  const colours = stdoutColours();
  const flows = compared.flows.map((flow) => {
    const place = colours.dim(visible(shownPlace(flow, compared)));
    const lines = flow.changes.flatMap((change) => linesOf(change, place, compared, colours));
    return `${[`${colours.bold(visible(flow.name))}  ${place}`, ...lines].join('\n')}\n`;
  });
  return flows.join('\n');
}

/** @param around the place of the flow, which is not said again */
function linesOf(change: Change, around: string, compared: Compared, colours: Colours): string[] {
  const { sentence, before, after } = change;
  const place = colours.dim(visible(shownPlace(change, compared)));
  const lines = [`  ${shownSentence(sentence, colours)}${place === around ? '' : `  ${place}`}`];
  if (before !== undefined) lines.push(colours.red(`    - ${visible(before)}`));
  if (after !== undefined) lines.push(colours.green(`    + ${visible(after)}`));
  return lines;
}

function shownSentence(sentence: Sentence, { cyan }: Colours): string {
  return sentence
    .map((part) => (typeof part === 'string' ? visible(part) : cyan(`\`${visible(part.quoted)}\``)))
    .join('');
}
