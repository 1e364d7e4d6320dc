import {
  count,
  type Flow,
  knownTemplate,
  knownTemplateLanguages,
  lengthRange,
  limits,
  type ResolvedText,
  type Step,
  smsTextOf,
  stepAt,
  thousands,
  type tree,
  writtenText,
} from '@failover/compiler';
import type { Snapshot } from '../../workspace/snapshot.js';
import type { Prose } from './prose.js';

const { viber, sms } = limits;

/** How long a text may be where it stands. Nothing where nobody limits it. */
function longestIn(text: tree.TextNode, owner: tree.SyntaxNode, step: Step | undefined): number | undefined {
  switch (owner.kind) {
    case 'step':
      return owner.channel.text === 'viber' ? viber.text.max : undefined;
    case 'label':
      return step?.channel === 'sms' ? sms.label.max : viber.label.max;
    case 'button':
      return text === owner.caption ? viber.caption.max : undefined;
    case 'file':
      return text === owner.name ? viber.fileName.max : viber.mediaUrl.max;
    case 'image':
    case 'video':
      return viber.mediaUrl.max;
    default:
      return undefined;
  }
}

/** A text: how long it is and may be, and how an SMS is cut. */
export function describeText(snapshot: Snapshot, text: tree.TextNode, owner: tree.SyntaxNode, prose: Prose): boolean {
  const { program, uri } = snapshot;
  const flow = program.flowAt(uri, text.offset);
  const step = flow && stepAt(flow, text.offset);
  const resolved = flow?.texts.get(text) ?? program.model(uri)?.constants.get(text);
  if (resolved === undefined || !resolved.known) return false;
  if (text.parts.some(({ kind }) => kind === 'hole')) prose.quote(writtenText(resolved));
  const known = knownTemplate(writtenText(resolved));
  if (known !== undefined && owner.kind !== 'let') {
    prose.paragraph(`Routee's predefined template “${known.title}”.`);
    prose.list([
      `Parameters: ${known.parameters.map(quoted).join(', ')}`,
      `Languages: ${knownTemplateLanguages.map(quoted).join(', ')}`,
    ]);
    return true;
  }
  if (flow !== undefined && step !== undefined && owner.kind === 'step' && step.channel === 'sms') {
    describeSms(flow, step, resolved, prose);
  } else {
    prose.paragraph(lengthOf(resolved, longestIn(text, owner, step)));
  }
  return true;
}

const quoted = (name: string) => `\`${name}\``;

function describeSms(flow: Flow, step: Step, text: ResolvedText, prose: Prose): void {
  const found = smsTextOf(step, flow);
  if (found === undefined) return;
  const { parts, encoding, length, max, left, foreign, isWorstCase, isTranscoded } = found;
  prose.paragraph(lengthOf(text, max));
  if (length > max) return;
  const upTo = isWorstCase ? 'up to ' : '';
  const room = left === 0 ? 'which is full' : `with room for ${count(left, 'more character')}`;
  prose.list([
    `${parts === 1 ? '1 part' : `${upTo}${parts} parts, the last`} ${room}`,
    `Encoding: ${encoding}${encoding === 'GSM-7' ? '' : `, because of ${listed(foreign, prose)}`}`,
    isTranscoded ? 'With `transcode`: characters that have a likeness in GSM-7 are replaced' : undefined,
  ]);
}

const mostListed = 8;

function listed(characters: readonly string[], prose: Prose): string {
  const shown = characters.slice(0, mostListed).map((one) => `${prose.code(one)} (${codePoint(one)})`);
  const rest = characters.length - mostListed;
  return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

function codePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${hex.padStart(4, '0')}`;
}

function lengthOf(text: ResolvedText, most: number | undefined): string {
  const { min, max, bounded } = lengthRange(text);
  const length =
    min === max && bounded
      ? count(max, 'character')
      : bounded
        ? `${thousands(min)} to ${count(max, 'character')}`
        : `${count(max, 'character')} or more, as no limit is set for ${unlimited(text)}`;
  if (most === undefined) return `${length}.`;
  const left = most - max;
  if (left < 0) return `${length}: ${count(-left, 'character')} more than the ${count(most, 'character')} allowed.`;
  return `${length}; ${bounded ? '' : 'so far '}${thousands(left)} of ${count(most, 'character')} are left.`;
}

/** The parameters without an upper limit. */
function unlimited(text: ResolvedText): string {
  const names = text.pieces.flatMap((piece) =>
    typeof piece === 'string' || lengthRange({ ...text, pieces: [piece] }).bounded ? [] : [piece.parameter.name],
  );
  return [...new Set(names)].map(quoted).join(', ');
}
