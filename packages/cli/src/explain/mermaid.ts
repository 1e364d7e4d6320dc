import { crop } from '@failover/compiler';
import { asWritten, type Story, type StoryContent, type StoryStep } from '@failover/compiler/story';
import { visible } from '../output/visible.js';
import { channelNames, conditionsOf, momentText, startOf, successOf } from './phrases.js';

/** So much of a text stands in a box. */
const longest = 80;

/** Flows as one diagram in the language of mermaid: each its own part of it, where there are several. */
export function mermaid(stories: readonly Story[]): string {
  const [only] = stories;
  if (only === undefined) return '';
  const lines =
    stories.length === 1
      ? flowLines(only, '')
      : stories.flatMap((story, index) => [
          `subgraph f${index + 1}[${label(shortened(story.flow))}]`,
          ...flowLines(story, `f${index + 1}`).map((line) => `  ${line}`),
          'end',
        ]);
  return `flowchart TD\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

/** @param prefix of the ids of its boxes */
function flowLines({ flow, steps, endsAtLatest }: Story, prefix: string): string[] {
  const id = (step: StoryStep) => `${prefix}s${step.order}`;
  const lines = [`${prefix}start([${label(shortened(flow))}])`];
  const isOver = `All is over after ${momentText(endsAtLatest)} at the latest`;
  for (const [index, step] of steps.entries()) {
    lines.push(`${id(step)}[${label(`${channelNames[step.channel]}, ${startOf(step)}`, summaryOf(step.content))}]`);
    if (index === 0) lines.push(`${prefix}start --> ${id(step)}`);
    const next = steps[index + 1];
    if (next === undefined) {
      lines.push(`${prefix}done([${label(isOver)}])`, `${id(step)} --> ${prefix}done`);
      continue;
    }
    if (step.movesOn.statuses.length > 0) {
      lines.push(edge(id(step), conditionsOf(step, step.movesOn.statuses), id(next)));
    }
    lines.push(...endOf(step, id(step)));
  }
  return lines;
}

/** Where the flow ends before its last step. */
function endOf(step: StoryStep, id: string): string[] {
  const failures = step.stopsOn.filter(({ word }) => word !== 'completed');
  const isSuccess = step.channel !== 'voice' || failures.length < step.stopsOn.length;
  const reached = isSuccess
    ? [`${id}reached([${label('Reached, nothing more is sent')}])`, edge(id, successOf(step), `${id}reached`)]
    : [];
  if (failures.length === 0) return reached;
  return [
    ...reached,
    `${id}ends([${label('Ends here, not reached')}])`,
    edge(id, conditionsOf(step, failures), `${id}ends`),
  ];
}

function edge(from: string, condition: string, to: string): string {
  return `${from} -->|${label(condition)}| ${to}`;
}

function summaryOf(content: StoryContent): string {
  return shortened(textOf(content));
}

function shortened(text: string): string {
  return crop(text.replace(/\s+/g, ' ').trim(), longest);
}

function textOf(content: StoryContent): string {
  switch (content.kind) {
    case 'sms':
      return asWritten(content.text);
    case 'viber':
      return asWritten(content.text ?? content.file?.name ?? content.image ?? content.video?.url ?? []);
    case 'template': {
      const [wording] = content.wordings;
      return wording === undefined
        ? `template ${content.name ?? content.title ?? asWritten(content.id)}`
        : asWritten(wording.text);
    }
    case 'call':
      return asWritten(content.verbs.find(({ kind }) => kind === 'say')?.value ?? content.verbs[0]?.value ?? []);
  }
}

/** A text in a box. Whatever is no letter, number or space goes as a code, so that nothing in it means anything. */
function label(...lines: readonly string[]): string {
  return `"${lines
    .filter((line) => line !== '')
    .map(encoded)
    .join('<br/>')}"`;
}

function encoded(text: string): string {
  return visible(text).replace(/[^\p{L}\p{N}\p{M} ,.]/gu, (character) => `#${character.codePointAt(0)};`);
}
