import { timeInWords } from '@failover/compiler';
import type { StoryRecipient, StoryStep } from '@failover/compiler/story';
import { type Block, listed, name, paragraph, quote, type Section, type Sentence, say } from './document.js';
import { channelNames, conditionsOf, startOf, successOf } from './phrases.js';
import { tellContent } from './tell-content.js';

/** A step: when it starts, what is sent, who from and to, what comes next. */
export function tellStep(step: StoryStep, all: readonly StoryStep[]): Section {
  const { channel, documentation } = step;
  const next = all[step.order];
  const note: Block[] = documentation === undefined ? [] : [paragraph([{ kind: 'prose', text: documentation }])];
  return {
    title: say`${channelNames[channel]}, ${startOf(step)}`,
    blocks: [
      ...note,
      ...tellContent(step),
      paragraph(joined([...optionsOf(step), addressOf(step)])),
      paragraph(next === undefined ? lastOf(step) : joined(nextOf(step, next))),
    ],
  };
}

function joined(sentences: readonly Sentence[]): Sentence {
  return sentences.flatMap((sentence, index) => (index === 0 ? sentence : [' ', ...sentence]));
}

function addressOf({ channel, sender, recipients }: StoryStep): Sentence {
  const verb = channel === 'voice' ? 'Called' : 'Sent';
  const id = sender && name(sender.id);
  const from =
    sender === undefined ? [] : sender.name === undefined ? say` from ${id}` : say` from ${name(sender.name)} (${id})`;
  const to = recipients.length === 0 ? [] : say` to ${listed(recipients.map(recipientOf))}`;
  return say`${verb}${from}${to}.`;
}

function recipientOf({ kind, to }: StoryRecipient): Sentence {
  if (kind === 'viber') return say`${name(to)} on Viber`;
  return kind === 'sip' ? say`the SIP address ${name(to)}` : [name(to)];
}

function nextOf(step: StoryStep, next: StoryStep): Sentence[] {
  const { movesOn, stopsOn, channel } = step;
  if (movesOn.statuses.length === 0) {
    return [say`Nothing moves the flow on from here: step ${next.order} is never sent.`];
  }
  const byDefault = movesOn.byDefault ? say` That is the default, as no ${name('on')} is written.` : [];
  const failures = stopsOn.filter(({ word }) => word !== 'completed');
  const isSuccess = channel !== 'voice' || failures.length < stopsOn.length;
  return [
    say`If ${conditionsOf(step, movesOn.statuses)}, step ${next.order} follows.${byDefault}`,
    ...(isSuccess ? [say`Once ${successOf(step)}, nothing more is sent.`] : []),
    ...(failures.length === 0
      ? []
      : [say`But if ${conditionsOf(step, failures)}, the flow ends here: step ${next.order} is not sent.`]),
  ];
}

function lastOf({ waits, channel, movesOn }: StoryStep): Sentence {
  const who = channel === 'sms' ? 'The network' : 'Viber';
  const byDefault = waits?.byDefault ? ', by default' : '';
  const tries = waits === undefined ? [] : say` ${who} tries for up to ${timeInWords(waits.seconds)}${byDefault}.`;
  const useless = movesOn.byDefault ? [] : say` Its ${name('on')} changes nothing.`;
  return say`This is the last step: nothing follows, whatever becomes of it.${tries}${useless}`;
}

function optionsOf({ options }: StoryStep): Sentence[] {
  const { flash, transcode, shortenLinks, label, inbound, devices, seq, machine } = options;
  const facts: Sentence[] = [];
  if (flash === true) facts.push(say`It is shown at once and not kept.`);
  if (transcode === false) facts.push(say`Its characters are sent as they are, whatever the account says.`);
  if (shortenLinks) {
    facts.push(
      say`Its links become short ones, which work for ${timeInWords(shortenLinks.seconds)}${shortenLinks.byDefault ? ', by default' : ''}.`,
    );
  }
  if (devices)
    facts.push(
      devices === 'all' ? say`It goes to all devices of the person.` : say`It goes to the primary device only.`,
    );
  if (inbound) facts.push(say`What the person answers goes to ${name(inbound)}.`);
  if (label) facts.push(say`Reports call it ${quote(label)}.`);
  if (seq !== undefined) facts.push(say`Its number (${name('seq')}) is ${seq}.`);
  if (machine?.strategy === 'hangup') facts.push(say`If a machine answers, the call ends.`);
  if (machine?.strategy === 'continue')
    facts.push(say`If a machine answers, the call goes on as ${name(machine.url)} says.`);
  return facts;
}
