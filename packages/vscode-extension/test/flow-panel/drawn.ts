import type { DrawnStep, FlowDrawing } from '@failover/language-server/protocol';

/** A step of a drawing, of which a test says only what it is about. */
export function step(given: Partial<DrawnStep>): DrawnStep {
  return {
    order: 1,
    channel: 'sms',
    title: 'text',
    summary: 'Your code is {pin}',
    recipient: '{to}',
    startsAtLatest: 0,
    waits: 300,
    ttlWritten: true,
    movesOn: [],
    range: { start: { line: 4, character: 2 }, end: { line: 4, character: 40 } },
    problems: [],
    ...given,
  };
}

export function flow(steps: readonly DrawnStep[], given: Partial<FlowDrawing> = {}): FlowDrawing {
  return { name: 'login', endpoint: 'standard', uri: 'file:///login.failover', parameters: [], steps, ...given };
}

export const failed = { status: 'failed', label: 'failed', description: 'It could not be sent.', written: true };
export const undelivered = { ...failed, status: 'undelivered', label: 'undelivered', written: false };
