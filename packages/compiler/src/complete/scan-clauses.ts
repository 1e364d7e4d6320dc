import { devicesWords, genderWords, isStatus, machineWords, targetWords } from '../syntax/words.js';
import type { Reader } from './reader.js';
import { readHoleOrText, readText } from './scan-values.js';
import type { FlowDraft, StepDraft, VerbDraft } from './slots.js';

/** What follows the keyword of a clause, which has been read. The answer is what the clause counts as. */
export function readClause(
  reader: Reader,
  clause: string,
  flow: FlowDraft,
  step: StepDraft,
  verb: VerbDraft | undefined,
): string {
  const words = (of: string, list: readonly string[]) => {
    reader.need({ kind: 'words', words: list, of }, flow);
    return reader.takeKeyword(...list);
  };
  switch (clause) {
    case 'image':
    case 'inbound':
      readHoleOrText(reader, 'https', flow);
      break;
    case 'button':
      if (readText(reader, 'caption', flow)) readHoleOrText(reader, 'url', flow);
      break;
    case 'file':
      if (!readHoleOrText(reader, 'https', flow) || words('file', ['as']) === undefined) break;
      if (readText(reader, 'file-name', flow)) readFileType(reader, flow);
      break;
    case 'video':
      readVideo(reader, flow, words);
      break;
    case 'label':
      readText(reader, 'label', flow);
      break;
    case 'lang':
      reader.need({ kind: 'language', step, verb }, flow);
      if (reader.takeName() === undefined && verb === undefined && reader.next?.image === '{')
        readHoleOrText(reader, 'language', flow);
      break;
    case 'devices':
      words(clause, devicesWords);
      break;
    case 'gender':
      words(clause, genderWords);
      break;
    case 'seq':
      if (!reader.isNumber) reader.need({ kind: 'nothing' }, flow);
      reader.takeNumber();
      break;
    case 'repeat':
      if (!reader.takeNumber()) words(clause, ['forever']);
      break;
    case 'shorten-links':
      reader.offer({ kind: 'words', words: ['for'], of: clause }, flow);
      if (reader.takeKeyword('for') !== undefined) readDuration(reader, 'links', flow);
      break;
    case 'machine':
      if (words(clause, machineWords) === 'continue') readHoleOrText(reader, 'url', flow);
      break;
    case 'to': {
      if (step.channel === 'voice') reader.need({ kind: 'words', words: targetWords, of: 'to' }, flow);
      const target = reader.takeKeyword(...targetWords);
      readHoleOrText(reader, target === 'sip' ? 'sip' : 'phone', flow);
      return target === undefined || target === 'phone' ? 'to' : `to ${target}`;
    }
    case 'from':
      reader.need({ kind: 'sender', channel: step.channel }, flow);
      if (reader.takeText() === undefined) reader.takeName();
      break;
    case 'ttl':
      readDuration(reader, step.channel === 'sms' ? 'sms' : 'viber', flow);
      break;
    case 'on':
      readStatuses(reader, flow, step);
      break;
  }
  return clause;
}

function readFileType(reader: Reader, flow: FlowDraft): void {
  reader.offer({ kind: 'words', words: ['type'], of: 'file' }, flow);
  if (reader.takeKeyword('type') === undefined) return;
  reader.need({ kind: 'words', words: [], of: 'type' }, flow);
  reader.takeName();
}

function readVideo(
  reader: Reader,
  flow: FlowDraft,
  words: (of: string, list: readonly string[]) => string | undefined,
): void {
  if (!readHoleOrText(reader, 'https', flow) || words('video', ['thumbnail']) === undefined) return;
  if (!readHoleOrText(reader, 'https', flow) || words('video', ['size']) === undefined) return;
  if (!reader.isNumber) reader.need({ kind: 'size' }, flow);
  if (!reader.takeNumber() || words('video', ['duration']) === undefined) return;
  readDuration(reader, 'video', flow);
}

function readDuration(reader: Reader, of: 'viber' | 'sms' | 'video' | 'links', flow: FlowDraft): void {
  if (!reader.isNumber) reader.need({ kind: 'duration', of }, flow);
  reader.takeNumber();
}

/** A list in which the comma at the cursor may be the last thing that stands. */
function readStatuses(reader: Reader, flow: FlowDraft, step: StepDraft): void {
  do {
    reader.need({ kind: 'status', step }, flow);
    if (isStatus(reader.word)) {
      step.statuses.add(reader.word);
      reader.take();
    }
  } while (reader.takeMark(','));
}
