/** Requests for the tests, as short as they can be. */

type Fields = Readonly<Record<string, unknown>>;

export const to = '+306912345678';
export const otpId = '0aac888f-2ee2-4112-9659-1755a951966a';
export const viberId = '0094d198-4dd2-4fb5-b451-d46aca191b27';

export function sms(fields: Fields = {}): Fields {
  return { type: 'Sms', from: 'ACME', to, message: { body: 'Hi' }, ...fields };
}

export function viber(fields: Fields = {}): Fields {
  return { type: 'Viber', senderInfoTrackingId: viberId, to, message: { text: 'Hi' }, ...fields };
}

export function template(fields: Fields = {}): Fields {
  const failoverOnStatuses = ['EXPIRED', 'FAILED', 'UNDELIVERED'];
  const head = { type: 'Viber', senderInfoTrackingId: viberId, to, templateId: otpId, templateLang: 'en' };
  return { ...head, templateParams: { pin: '8213' }, ttl: 2, failoverOnStatuses, ...fields };
}

export function voice(fields: Fields = {}): Fields {
  const say = { type: 'SAY', message: { text: 'Hi', language: 'en-US' } };
  return { type: 'Voice', from: '302101234567', to: { phone: to }, dialPlan: { verbs: [say] }, ...fields };
}

/** A request body with its steps numbered, unless they say otherwise. */
export function body(...steps: readonly Fields[]): { readonly flow: readonly Fields[] } {
  return { flow: steps.map((step, index) => ({ ...step, order: 'order' in step ? step.order : index + 1 })) };
}

export function json(value: unknown): string {
  return JSON.stringify(value);
}
