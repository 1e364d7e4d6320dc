import {
  canonicalDuration,
  clauseOf,
  type Flow,
  type Span,
  type StepTime,
  smsTextOf,
  takenArguments,
  timelineOf,
  timeText,
} from '@failover/compiler';
import { type InlayHint, InlayHintKind, type TextEdit } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';

/** What is taken when nothing is written, within a stretch of the file. */
export function inlayHints(snapshot: Snapshot, span: Span): InlayHint[] {
  const { program, uri, document } = snapshot;
  const start = document.positionAt(span.offset);
  const end = document.positionAt(span.offset + span.length);
  const isAsked = ({ position: { line } }: InlayHint) => start.line <= line && line <= end.line;
  return program.flowsIn(uri, span).flatMap((flow) => hintsOf(snapshot, flow).filter(isAsked));
}

function hintsOf(snapshot: Snapshot, flow: Flow): InlayHint[] {
  const { inlayHints: shown } = snapshot.settings;
  return timelineOf(flow).flatMap((time) => [
    ...(shown.times ? timeHint(snapshot, time) : []),
    ...(shown.arguments ? argumentsHint(snapshot, flow, time) : []),
    ...(shown.parts ? partsHint(snapshot, flow, time) : []),
    ...(shown.defaults ? defaultsHint(snapshot, flow, time) : []),
  ]);
}

/** Since the start of the flow, behind `then`. */
function timeHint({ document }: Snapshot, { step, startsAtLatest }: StepTime): InlayHint[] {
  const then = step.node.thenWord;
  if (then === undefined || step.order === 1) return [];
  const isKnown = startsAtLatest !== undefined;
  return [
    {
      position: document.positionAt(then.offset + then.length),
      label: isKnown ? `≤ ${timeText(startsAtLatest)}` : 'after the call',
      tooltip: isKnown
        ? `This step starts at the latest ${timeText(startsAtLatest)} after the flow has.`
        : 'This step starts after a call, of which nobody knows how long it takes.',
      paddingLeft: true,
    },
  ];
}

/** The arguments of a template that are taken by their name. */
function argumentsHint({ document, program }: Snapshot, flow: Flow, { step }: StepTime): InlayHint[] {
  const use = step.template;
  const name = use?.node.template;
  if (use === undefined || name === undefined) return [];
  const taken = takenArguments(program, flow, use);
  if (taken.length === 0) return [];
  const { args } = use.node;
  const list = taken.map(({ name: of, value }) => `${of}: ${value}`).join(', ');
  const last = args?.list.at(-1);
  const [offset, label] =
    args === undefined
      ? [name.offset + name.length, `(${list})`]
      : last === undefined
        ? [args.offset + 1, list]
        : [last.offset + last.length, `, ${list}`];
  const tooltip = taken.map(
    ({ name: of, from }) =>
      `\`${of}\` is the ${from === 'default' ? 'default of the template' : `${from} of this name`}.`,
  );
  return [{ ...insertion(document.positionAt(offset), label, tooltip.join('\n')), kind: InlayHintKind.Parameter }];
}

/** How many parts an SMS has, where it has more than one. */
function partsHint({ document }: Snapshot, flow: Flow, { step }: StepTime): InlayHint[] {
  const text = smsTextOf(step, flow);
  const { content } = step.node;
  if (text === undefined || content === undefined || text.parts < 2 || text.length > text.max) return [];
  const because = text.encoding === 'UCS-2' ? `, because of ${text.foreign.slice(0, 5).join(' ')}` : '';
  return [
    {
      position: document.positionAt(content.offset + content.length),
      label: `${text.isWorstCase ? 'up to ' : ''}${text.parts} parts`,
      tooltip: `${text.length} characters in ${text.encoding}${because}. Each part is billed.`,
      paddingLeft: true,
    },
  ];
}

/** The ttl and the statuses of a step that another follows. */
function defaultsHint({ document }: Snapshot, flow: Flow, time: StepTime): InlayHint[] {
  const { step, waits, ttlWritten, statusesWritten, movesOn } = time;
  const isSent = flow.endpoint === 'transactional' && step.channel === 'viber';
  const hasTtl = !ttlWritten && clauseOf(step, 'ttl') === undefined && waits !== undefined && (isSent || !step.isLast);
  const ttl = hasTtl ? `ttl ${canonicalDuration(waits)}` : undefined;
  const on = statusesWritten || movesOn.length === 0 ? undefined : `on ${movesOn.map(({ word }) => word).join(', ')}`;
  const label = [ttl, on].filter((one) => one !== undefined).join(' ');
  if (label === '') return [];
  const { offset, length } = step.node;
  const tooltip = `Taken by default${isSent ? ', and part of the request: the endpoint requires it' : ''}.`;
  return [insertion(document.positionAt(offset + length), ` ${label}`, tooltip)];
}

/** What a double click writes out. */
function insertion(position: InlayHint['position'], text: string, tooltip: string): InlayHint {
  const edit: TextEdit = { range: { start: position, end: position }, newText: text };
  return { position, label: text.trim(), paddingLeft: text.startsWith(' '), tooltip, textEdits: [edit] };
}
