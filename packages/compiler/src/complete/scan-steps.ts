import { channels } from '../routee/channels.js';
import { clauseWords, declarationWords, flagWords, isStatus } from '../syntax/words.js';
import type { Reader } from './reader.js';
import { readClause } from './scan-clauses.js';
import { readHole, readHoleOrText, readText } from './scan-values.js';
import { type FlowDraft, newStep, type StepDraft, type VerbDraft } from './slots.js';

/** The steps of a flow, to its brace or, without braces, to the end of the file. */
export function readSteps(reader: Reader, flow: FlowDraft, inBraces: boolean): void {
  while (reader.next !== undefined && !(inBraces && reader.next.image === '}') && !startsDeclaration(reader)) {
    if (flow.steps.length === 0) reader.offer({ kind: 'step', flow, isFirst: true }, flow);
    if (reader.takeKeyword('then')) reader.need({ kind: 'step', flow, isFirst: false }, flow);
    else if (!isChannel(reader.word)) reader.take();
    if (isChannel(reader.word)) readStep(reader, flow);
  }
  if (flow.steps.length === 0) reader.offer({ kind: 'step', flow, isFirst: true }, flow);
  if (inBraces) reader.endBraces();
}

function readStep(reader: Reader, flow: FlowDraft): void {
  const channel = channels.find((one) => one === reader.word) ?? 'viber';
  reader.take();
  const step = newStep(channel);
  flow.steps.push(step);
  const verb = readContent(reader, flow, step);
  for (;;) {
    if (step.content !== undefined || (channel === 'viber' && step.clauses.size > 0)) {
      reader.offer({ kind: 'then', flow }, flow);
    }
    if (step.content !== undefined || channel === 'viber') reader.offer({ kind: 'clause', flow, step, verb }, flow);
    if (reader.next === undefined || reader.next.image === '}' || endsStep(reader)) return;
    readPart(reader, flow, step, verb);
  }
}

/** The only verb of a call without braces, whose clauses stand among those of its step. */
function readContent(reader: Reader, flow: FlowDraft, step: StepDraft): VerbDraft | undefined {
  if (!reader.hasText && !['say', 'play', '{'].includes(reader.next?.image ?? '') && reader.word !== 'template') {
    if (step.channel === 'viber') reader.offer({ kind: 'content', flow, step }, flow);
    else reader.need({ kind: 'content', flow, step }, flow);
    // The text that is being typed.
    if (step.channel !== 'voice') reader.offer({ kind: 'text', of: 'message' }, flow);
  }
  if (reader.takeText() !== undefined) {
    step.content = 'text';
  } else if (reader.word === 'template' && !reader.isOnFreshLine) {
    reader.take();
    step.content = 'template';
    readTemplateUse(reader, flow, step);
  } else if (step.channel === 'voice' && reader.takeMark('{')) {
    step.content = 'verbs';
    readVerbs(reader, flow, step);
  } else if (reader.word === 'say' || reader.word === 'play') {
    step.content = 'verbs';
    return readVerb(reader, flow, false);
  }
  return undefined;
}

function readTemplateUse(reader: Reader, flow: FlowDraft, step: StepDraft): void {
  reader.need({ kind: 'template', flow, step }, flow);
  step.template = reader.takeText()?.image ?? reader.takeName();
  if (step.template === undefined || !reader.takeMark('(')) return;
  for (;;) {
    reader.need({ kind: 'argument', flow, step }, flow);
    const name = reader.takeNameOfPair() ?? reader.takeName();
    if (name !== undefined) step.arguments.add(name);
    if (reader.takeMark(':')) readArgumentValue(reader, flow, step, name ?? '');
    if (reader.next?.image !== ',' && reader.next?.image !== ')') reader.need({ kind: 'nothing' }, flow);
    if (!reader.takeMark(',') && reader.nameOfPair === undefined) break;
  }
  reader.takeMark(')');
}

function readArgumentValue(reader: Reader, flow: FlowDraft, step: StepDraft, name: string): void {
  if (!reader.hasText && !reader.isNumber && reader.next?.image !== '{') {
    reader.need({ kind: 'argument-value', step, name }, flow);
    reader.need({ kind: 'text', of: 'message' }, flow);
  }
  if (reader.takeText() === undefined && !reader.takeNumber()) readHole(reader, { argument: name }, flow);
}

function readVerbs(reader: Reader, flow: FlowDraft, step: StepDraft): void {
  let verb: VerbDraft | undefined;
  for (;;) {
    const ofVerb = { ...step, clauses: verb?.clauses ?? new Set() };
    if (verb !== undefined) reader.offer({ kind: 'clause', flow, step: ofVerb, verb }, flow);
    reader.offer({ kind: 'verb' }, flow);
    if (reader.takeMark('}') || reader.next === undefined || reader.word === 'then' || startsDeclaration(reader))
      return;
    if (reader.word === 'say' || reader.word === 'play') verb = readVerb(reader, flow, true);
    else if (verb !== undefined) readPart(reader, flow, ofVerb, verb);
    else reader.take();
  }
}

function readVerb(reader: Reader, flow: FlowDraft, inBraces: boolean): VerbDraft {
  const word = reader.takeKeyword('play') === undefined ? 'say' : 'play';
  if (word === 'say') reader.takeKeyword('say');
  const verb: VerbDraft = { word, inBraces, clauses: new Set() };
  if (word === 'say') readText(reader, 'say', flow);
  else readHoleOrText(reader, 'url', flow);
  return verb;
}

/** A clause or flag; anything else is passed over. */
function readPart(reader: Reader, flow: FlowDraft, step: StepDraft, verb: VerbDraft | undefined): void {
  const { word } = reader;
  reader.take();
  if (clauseWords.includes(word)) {
    const key = readClause(reader, word, flow, step, verb);
    step.clauses.add(key);
    verb?.clauses.add(key);
  } else if (word === 'no') {
    reader.need({ kind: 'flag', step, verb }, flow);
    const flag = reader.takeKeyword(...flagWords);
    if (flag !== undefined) step.clauses.add(flag);
    if (flag !== undefined) verb?.clauses.add(flag);
  } else if ((flagWords as readonly string[]).includes(word)) {
    step.clauses.add(word);
    verb?.clauses.add(word);
  } else if (isStatus(word)) {
    step.statuses.add(word);
  }
}

function endsStep(reader: Reader): boolean {
  return reader.word === 'then' || isChannel(reader.word) || startsDeclaration(reader);
}

function isChannel(word: string): boolean {
  return (channels as readonly string[]).includes(word);
}

function startsDeclaration(reader: Reader): boolean {
  return (declarationWords as readonly string[]).includes(reader.word) && reader.isOnFreshLine;
}
