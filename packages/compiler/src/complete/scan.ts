import { channels } from '../routee/channels.js';
import { categoryWords, declarationWords, momentWords, settingWords, targetWords } from '../syntax/words.js';
import type { Reader } from './reader.js';
import { readSteps } from './scan-steps.js';
import { readHoleOrText, readText } from './scan-values.js';
import type { Around, FlowDraft, TemplateDraft } from './slots.js';

/*
 * Reads a file as far as a cursor asks, and offers what may stand at each place. It is no parser: it never says that
 * something is wrong, and passes over what it does not know, so that a half-typed word costs nothing around it.
 */

const file: Around = { kind: 'file' };

/** Declarations, settings and a chain, from the start of one of them to the end of the one with the cursor. */
export function readFile(reader: Reader): void {
  for (;;) {
    reader.offer({ kind: 'file' }, file);
    if (reader.next === undefined || reader.isAtCursor || reader.isPastCursor) return;
    readItem(reader);
  }
}

function readItem(reader: Reader): void {
  const offset = reader.next?.startOffset ?? 0;
  const { word } = reader;
  if (word === 'then' || (channels as readonly string[]).includes(word)) {
    readSteps(reader, { kind: 'flow', offset, endpoint: undefined, settings: new Set(), steps: [] }, false);
    return;
  }
  reader.take();
  switch (word) {
    case 'import':
      readText(reader, 'path', file);
      break;
    case 'let':
      readNewName(reader, ['=']);
      if (reader.takeMark('=')) readText(reader, 'let', { kind: 'let', offset });
      break;
    case 'sender':
      readSender(reader);
      break;
    case 'template':
      readTemplate(reader, { kind: 'template', offset, lines: new Set() });
      break;
    case 'standard':
    case 'transactional':
      reader.need({ kind: 'words', words: ['flow'], of: 'declaration' }, file);
      if (reader.takeKeyword('flow')) readFlow(reader, offset, word);
      break;
    case 'flow':
      readFlow(reader, offset, undefined);
      break;
    case 'from':
    case 'to':
    case 'callback':
      readSetting(reader, word, file);
      break;
  }
}

function readSender(reader: Reader): void {
  readNewName(reader, ['{']);
  if (!reader.takeMark('{')) return;
  const has = new Set<string>();
  while (!endsBody(reader)) {
    reader.offer({ kind: 'sender-channel', has }, file);
    const channel = reader.takeKeyword(...channels);
    if (channel !== undefined) {
      has.add(channel);
      readText(reader, 'sender-id', file);
    } else if (reader.next === undefined) return;
    else reader.take();
  }
  reader.offer({ kind: 'sender-channel', has }, file);
  reader.endBraces();
}

function readTemplate(reader: Reader, template: TemplateDraft): void {
  reader.need({ kind: 'template-name' }, file);
  reader.takeName();
  readParameters(reader, template);
  readText(reader, 'template-id', template);
  if (!reader.takeMark('{')) return;
  while (!endsBody(reader)) {
    reader.offer({ kind: 'template-line', template }, template);
    const word = reader.takeKeyword('category', 'lang');
    if (word === 'category') {
      template.lines.add(word);
      reader.need({ kind: 'words', words: categoryWords, of: 'category' }, template);
      reader.takeKeyword(...categoryWords);
    } else if (word === 'lang') {
      reader.need({ kind: 'wording-language', template }, template);
      const lang = reader.takeName();
      if (lang !== undefined) template.lines.add(lang);
      if (lang !== undefined && !reader.hasText) reader.offer({ kind: 'text', of: 'wording' }, template);
      reader.takeText();
    } else {
      reader.take();
    }
  }
  reader.offer({ kind: 'template-line', template }, template);
  reader.endBraces();
}

function readFlow(reader: Reader, offset: number, endpoint: FlowDraft['endpoint']): void {
  const flow: FlowDraft = { kind: 'flow', offset, endpoint, settings: new Set(), steps: [] };
  readNewName(reader, ['(', '{']);
  readParameters(reader, flow);
  if (reader.next?.image !== '{') reader.need({ kind: 'nothing' }, flow);
  if (!reader.takeMark('{')) return;
  for (;;) {
    reader.offer({ kind: 'setting', flow }, flow);
    const setting = reader.takeKeyword(...settingWords);
    if (setting === undefined) break;
    flow.settings.add(setting);
    readSetting(reader, setting, flow);
  }
  readSteps(reader, flow, true);
}

function readSetting(reader: Reader, word: string, around: Around): void {
  if (word === 'from') {
    reader.need({ kind: 'sender', channel: undefined }, around);
    if (reader.takeText() === undefined) reader.takeName();
  } else if (word === 'to') {
    reader.need({ kind: 'words', words: targetWords, of: 'to' }, around);
    const target = reader.takeKeyword(...targetWords);
    readHoleOrText(reader, target === 'sip' ? 'sip' : 'phone', around);
  } else if (readHoleOrText(reader, 'url', around)) {
    reader.offer({ kind: 'words', words: ['on'], of: 'callback' }, around);
    if (reader.takeKeyword('on') === undefined) return;
    reader.need({ kind: 'words', words: momentWords, of: 'callback on' }, around);
    reader.takeKeyword(...momentWords);
  }
}

/** A name that is declared here, and what follows it. */
function readNewName(reader: Reader, marks: readonly string[]): void {
  reader.need({ kind: 'nothing' }, file);
  if (reader.takeName() !== undefined && !marks.includes(reader.next?.image ?? ''))
    reader.need({ kind: 'nothing' }, file);
}

function readParameters(reader: Reader, around: Around): void {
  if (!reader.takeMark('(')) return;
  for (;;) {
    if (reader.takeMark(',')) continue;
    reader.need(around.kind === 'flow' ? { kind: 'parameter', flow: around } : { kind: 'nothing' }, around);
    const name = reader.takeNameOfPair() ?? reader.takeName();
    if (reader.takeMark(':')) {
      reader.need({ kind: 'type' }, around);
      readType(reader, around);
    } else if (name === undefined) {
      break;
    }
    if (reader.takeMark('=') && !reader.takeNumber()) readText(reader, 'default', { kind: 'file' });
  }
  reader.takeMark(')');
}

function readType(reader: Reader, around: Around): void {
  const type = reader.takeName();
  if (type === undefined || !reader.takeMark('(')) return;
  const has = new Set<string>();
  for (;;) {
    reader.need(type === 'lang' ? { kind: 'type-language', has } : { kind: 'nothing' }, around);
    const lang = reader.takeName();
    if (lang !== undefined) has.add(lang);
    else if (!reader.takeMark(',') && !reader.takeNumber() && !reader.takeMark('..')) break;
  }
  reader.takeMark(')');
}

/** Whether a body ends before the next token: with its brace, the file, or a declaration that starts a line. */
function endsBody(reader: Reader): boolean {
  if (reader.next === undefined || reader.next.image === '}') return true;
  return (declarationWords as readonly string[]).includes(reader.word) && reader.isOnFreshLine;
}
