/** The SMS step, the same on both endpoints. Source: reference/send-a-failover-message. */
import * as z from 'zod/mini';
import { channelTypes } from './channels.js';
import { failoverOnStatuses, flag, formed, label, number, order, publish, sized, someText, whole } from './fields.js';
import { limits } from './limits.js';
import { smsSenderForm } from './values.js';

export function smsStep() {
  const { ttl, body, urlValidity, senderText, senderNumber } = limits.sms;
  const sender = `up to ${senderText.max} letters, digits and spaces, or up to ${senderNumber.max} digits, and not blank`;
  const message = z.strictObject({
    body: publish(sized(someText(), body), 'What the person reads.'),
    flash: flag('Whether the text is shown at once and not kept.'),
    label: label(limits.sms.label),
    transcode: flag("Whether characters outside GSM-7 are replaced. Without it, the account's own setting holds."),
  });
  const urlShortener = z.strictObject({
    urlValidity: z.exactOptional(
      publish(whole(urlValidity), `How long the short links work, in seconds; ${urlValidity.default} by default.`),
    ),
  });
  const step = z.strictObject({
    type: z.literal(channelTypes.sms),
    from: publish(formed(smsSenderForm, sender), 'Who the message is from.'),
    to: number('The recipient.'),
    ttl: z.exactOptional(publish(whole(ttl), `Minutes; ${ttl.default} by default.`)),
    message,
    urlShortener: z.exactOptional(publish(urlShortener, 'Shortens the links of the text.')),
    order: order(),
    failoverOnStatuses: z.exactOptional(failoverOnStatuses('sms')),
  });
  return publish(step, { id: 'SmsStep', description: 'A text message.' });
}
