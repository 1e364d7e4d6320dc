import type { Story, StoryParameter, StoryUse, UsePlace } from '@failover/compiler/story';
import { listed, name, quoted, type Sentence, say, type Table } from './document.js';
import { stepsText } from './phrases.js';

const places: Readonly<Record<UsePlace, string>> = {
  sender: 'the sender',
  recipient: 'the recipient',
  callback: 'the address of the callback',
  text: 'the text',
  label: 'the label',
  inbound: 'the address for answers',
  'template-id': 'the id of the template',
  'template-lang': 'the language',
  'template-argument': 'the template',
  image: 'the address of the picture',
  'button-caption': 'the caption of the button',
  'button-url': 'the link of the button',
  'file-url': 'the address of the file',
  'file-name': 'the name of the file',
  'video-url': 'the address of the video',
  'video-thumbnail': 'the picture of the video',
  say: 'what is read aloud',
  play: 'the address of the recording',
  machine: 'the address for machines that answer',
};

/** What each parameter is for. */
export function tellParameters({ parameters }: Story): Table | undefined {
  if (parameters.length === 0) return undefined;
  return {
    title: 'Parameters',
    columns: ['Name', 'What it is', 'Where it goes', 'Sent as', 'Default'],
    rows: parameters.map((parameter) => [
      [name(parameter.name)],
      meaningOf(parameter),
      goesTo(parameter),
      [sentAs(parameter)],
      parameter.default === undefined ? ['none, so it must be given'] : [name(String(parameter.default))],
    ]),
  };
}

function meaningOf({ documentation, accepts, isListed }: StoryParameter): Sentence {
  const prose = documentation === undefined ? [] : say`${{ kind: 'prose', text: documentation }} `;
  const [first = '', ...rest] = quoted(accepts);
  const words = typeof first === 'string' ? first.charAt(0).toUpperCase() + first.slice(1) : first;
  return say`${prose}${[words, ...rest]}${isListed ? '' : ', as its use asks for'}.`;
}

/** Uses of a kind are told once, with all of their steps. */
function goesTo({ uses }: StoryParameter): Sentence {
  if (uses.length === 0) return ['nowhere: nothing uses it'];
  const groups = new Map<string, { use: StoryUse; steps: number[] }>();
  for (const use of uses) {
    const key = `${use.in} ${use.argument ?? ''}`;
    const group = groups.get(key) ?? { use, steps: [] };
    groups.set(key, group);
    if (use.step !== undefined) group.steps.push(use.step);
  }
  return listed(
    [...groups.values()].map(({ use, steps }) => {
      const argument = use.argument === undefined ? [] : say` (as its ${name(use.argument)})`;
      return say`${places[use.in]}${steps.length === 0 ? '' : ` in ${stepsText(steps)}`}${argument}`;
    }),
  );
}

function sentAs({ uses, givenAs }: StoryParameter): string {
  const kinds = new Set(uses.map((use) => use.sentAs));
  if (kinds.size === 2) return 'a number, and as text within texts';
  return (kinds.size === 0 ? givenAs : [...kinds][0]) === 'number' ? 'a number' : 'text';
}
