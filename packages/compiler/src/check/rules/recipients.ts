import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import type { Report } from '../../diagnostics/reporter.js';
import { replaceWith } from '../../names/fixes.js';
import type { Flow, Recipient } from '../../names/model.js';
import { constantText, fixedText, type ResolvedText, writtenText } from '../../names/symbols.js';
import { lengthRange } from '../../names/values.js';
import { forms } from '../../routee/limits.js';
import type { StepRule } from '../rule.js';
import { countingRecipients, mayBe } from '../texts.js';

/** A plus and 15 digits. */
const longestNumber = 16;

/** Numbers are E.164. */
export const recipients: StepRule = (step, flow, report) => {
  const isCall = step.channel === 'voice';
  const counting = isCall ? countingRecipients(step.recipients) : step.recipients;
  for (const recipient of counting) if (isCall || recipient.kind === 'phone') checkForm(recipient, flow, report);
};

/** Only a call goes to a SIP address or a Viber account. */
export const targetKinds: StepRule = (step, _flow, report) => {
  if (step.channel === 'voice') return;
  for (const clause of step.clauses) {
    if (clause.kind !== 'to' || clause.channel === undefined || clause.channel.text === 'phone') continue;
    report(endpoint.targetKind, clause.channel, { kind: clause.channel.text, channel: step.channel });
  }
};

function checkForm({ kind, value }: Recipient, flow: Flow, report: Report): void {
  // As in nearly every step: what follows comes to the same, and is asked of each.
  const only = value.pieces[0];
  if (kind !== 'sip' && value.pieces.length === 1 && typeof only === 'object' && only.parameter.type?.kind === 'phone')
    return;
  const text = constantText(value);
  if (kind === 'sip') {
    if (text !== undefined && !forms.sip.test(text)) report(endpoint.sipAddress, value, { address: text });
  } else if (!mayBeNumber(value)) {
    const number = writtenText(value);
    const mended = number.replace(/[\s()./-]/g, '').replace(/^00/, '+');
    // A number that comes from a let, or is written with escapes, is not mended here.
    const isMendable = forms.phone.test(mended) && value.length === number.length + '""'.length;
    const fixes = isMendable ? [replaceWith(flow.uri, value, `"${mended}"`)] : [];
    const { max } = lengthRange(value);
    const longest = text === undefined && max > longestNumber ? max : undefined;
    report(endpoint.phoneNumber, value, { number, longest }, { help: phoneHelp(fixedText(value)), fixes });
  }
}

/** With parameters: whether what stands beside them is of the form, and they are not too long together with it. */
function mayBeNumber(value: ResolvedText): boolean {
  const isOfForm = mayBe(value, forms.phone, ['+']) && !/[^+\d]/.test(fixedText(value));
  return isOfForm && lengthRange(value).max <= longestNumber;
}

function phoneHelp(number: string): string | undefined {
  if (/[\s()./-]/.test(number)) return 'Leave out spaces, hyphens and brackets.';
  if (/^00\d/.test(number)) return 'Write `+` for the leading `00`.';
  return /^\d/.test(number) ? 'Begin with `+` and the country code.' : undefined;
}
