import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import type { Report } from '../../diagnostics/reporter.js';
import { replaceWith } from '../../names/fixes.js';
import type { Flow, Recipient } from '../../names/model.js';
import { constantText, fixedText } from '../../names/symbols.js';
import { forms } from '../../routee/limits.js';
import type { StepRule } from '../rule.js';
import { mayBe } from '../texts.js';

/** Numbers are E.164; only a call goes to a SIP address or a Viber account. */
export const recipients: StepRule = (step, flow, report) => {
  const isCall = step.channel === 'voice';
  for (const recipient of step.recipients) if (isCall || recipient.kind === 'phone') checkForm(recipient, flow, report);
  if (isCall) return;
  for (const clause of step.clauses) {
    if (clause.kind !== 'to' || clause.channel === undefined || clause.channel.text === 'phone') continue;
    report(endpoint.targetKind, clause.channel, { kind: clause.channel.text, channel: step.channel });
  }
};

function checkForm({ kind, value }: Recipient, flow: Flow, report: Report): void {
  const text = constantText(value);
  if (kind === 'sip') {
    if (text !== undefined && !forms.sip.test(text)) report(endpoint.sipAddress, value, { address: text });
  } else if (
    text !== undefined ? !forms.phone.test(text) : !mayBe(value, forms.phone, ['+']) || /[^+\d]/.test(fixedText(value))
  ) {
    const number = text ?? value.pieces.map((piece) => (typeof piece === 'string' ? piece : '…')).join('');
    const mended = number.replace(/[\s()./-]/g, '').replace(/^00/, '+');
    // A number that comes from a let, or is written with escapes, is not mended here.
    const isMendable = forms.phone.test(mended) && value.length === number.length + '""'.length;
    const fixes = isMendable ? [replaceWith(flow.uri, value, `"${mended}"`)] : [];
    report(endpoint.phoneNumber, value, { number }, { help: phoneHelp(number), fixes });
  }
}

function phoneHelp(number: string): string | undefined {
  if (/[\s()./-]/.test(number)) return 'Leave out spaces, hyphens and brackets.';
  if (/^00\d/.test(number)) return 'Write `+` for the leading `00`.';
  return /^\d/.test(number) ? 'Begin with `+` and the country code.' : undefined;
}
