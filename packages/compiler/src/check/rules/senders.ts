import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { lint } from '../../diagnostics/fo4-lint.js';
import type { Report } from '../../diagnostics/reporter.js';
import { constantText, fixedText, type ResolvedText, writtenText } from '../../names/symbols.js';
import { lengthRange } from '../../names/values.js';
import { type Channel, channels } from '../../routee/channels.js';
import { forms, limits } from '../../routee/limits.js';
import { isBlank, isSmsSender } from '../../routee/values.js';
import type { FileRule, StepRule } from '../rule.js';

/** The ids of declared senders have the form of their channel; what is only unusual is told apart. */
export const declaredSenders: FileRule = (file, report) => {
  for (const sender of file.senders) {
    for (const channel of channels) {
      const id = sender.ids.get(channel)?.id;
      const text = id && file.constants.get(id);
      checkForm(channel, text, report);
      checkHabit(channel, text, report);
    }
  }
};

/** The same for a sender written in a step or setting. */
export const writtenSender: StepRule = (step, _flow, report) => {
  checkForm(step.channel, step.sender?.id, report);
};

export const unusualWrittenSender: StepRule = (step, _flow, report) => {
  checkHabit(step.channel, step.sender?.id, report);
};

function checkForm(channel: Channel, id: ResolvedText | undefined, report: Report): void {
  if (id === undefined || !id.known) return;
  const text = constantText(id);
  if (text !== undefined && isBlank(text)) report(endpoint.senderEmpty, id, { channel });
  else if (channel === 'sms' && !mayBeSmsSender(id)) {
    const sender = writtenText(id);
    report(endpoint.smsSender, id, { sender, longest: text === undefined ? lengthRange(id).max : undefined });
  }
}

/** With parameters: whether what stands beside them is of the form, and they are not too long together with it. */
function mayBeSmsSender(id: ResolvedText): boolean {
  const text = constantText(id);
  if (text !== undefined) return isSmsSender(text);
  const written = fixedText(id);
  const { senderText, senderNumber } = limits.sms;
  const max = /\D/.test(written) ? senderText.max : senderNumber.max;
  return /^[A-Za-z0-9 ]*$/.test(written) && lengthRange(id).max <= max;
}

function checkHabit(channel: Channel, id: ResolvedText | undefined, report: Report): void {
  const text = id && constantText(id);
  if (id === undefined || text === undefined || isBlank(text)) return;
  if (channel === 'viber' && !forms.uuid.test(text)) report(lint.viberSenderForm, id, { id: text });
  if (channel === 'voice' && !/^\+?\d+$/.test(text)) report(lint.alphanumericCaller, id, { sender: text });
}
