import type { Story, StoryEndpoint, StoryStep } from '@failover/compiler/story';
import { listed } from '../output/listed.js';
import { type Block, type FlowDocument, name, paragraph, type Sentence, say } from './document.js';
import { momentText, startOf, things } from './phrases.js';
import { tellParameters } from './tell-parameters.js';
import { tellStep } from './tell-step.js';

/**
 * A flow in plain sentences.
 * @param file in which it is declared, as it is shown
 */
export function tellFlow(story: Story, file: string): FlowDocument {
  const { flow, documentation, steps, callback } = story;
  const note: Block[] = documentation === undefined ? [] : [paragraph([{ kind: 'prose', text: documentation }])];
  const reports = callback
    ? [
        paragraph(
          say`${callback.on === 'step' ? 'Every change of status' : 'The final status'} is reported to ${name(callback.url)}.`,
        ),
      ]
    : [];
  return {
    name: flow,
    file,
    opening: [...note, paragraph(overview(story)), paragraph(endpointText(story.endpoint, steps)), ...reports],
    steps: steps.map((step) => tellStep(step, steps)),
    table: tellParameters(story),
  };
}

/** A sentence with more steps after the first is hard to follow. */
const mostTold = 3;

/** The whole in a few sentences. */
function overview({ steps, endsAtLatest }: Story): Sentence {
  const [first, ...rest] = steps;
  if (first === undefined) return ['It sends nothing.'];
  const start = `It starts with ${things[first.channel]}`;
  const end = `All is over after ${momentText(endsAtLatest)} at the latest.`;
  if (rest.length === 0) return [`${start}, and has no other step. ${end}`];
  if (rest.length > mostTold)
    return [`${start}. If that is not enough, up to ${rest.length} more steps follow. ${end}`];
  const parts = rest.map((step, index) => `${things[step.channel]}${index === 0 ? ' follows' : ''} ${startOf(step)}`);
  return [`${start}. If that is not enough, ${listed(parts, 'and then')}. ${end}`];
}

function endpointText({ path, method, name: endpoint, because }: StoryEndpoint, steps: readonly StoryStep[]): Sentence {
  const template = steps.find(({ content }) => content.kind === 'template')?.order ?? 1;
  const reasons: Readonly<Record<StoryEndpoint['because'], Sentence>> = {
    word: say`the word ${name(endpoint)} before ${name('flow')} says so`,
    template: say`step ${template} sends an approved template`,
    'no-template': ['no step sends an approved Viber template'],
  };
  return say`One request carries all of it: ${name(`${method} ${path}`)}, the ${endpoint} endpoint, because ${reasons[because]}.`;
}
