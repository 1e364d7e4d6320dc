import { type Channel, channels, channelTypes, type EndpointName } from '../routee/channels.js';
import { fieldOf, type Located } from './located.js';

/** The steps of a request, but for what is no object. */
export function stepsOf(body: Located): readonly Located[] {
  return (fieldOf(body, 'flow', 'list')?.items ?? []).filter(({ kind }) => kind === 'object');
}

export function channelOf(step: Located): Channel | undefined {
  const type = fieldOf(step, 'type', 'text')?.value;
  return channels.find((channel) => channelTypes[channel] === type);
}

/** Whether a Viber step is one from a template. */
export function isTemplateStep(step: Located, endpoint: EndpointName): boolean {
  const hasTemplate = channelOf(step) === 'viber' && fieldOf(step, 'templateId', 'text') !== undefined;
  return hasTemplate && (endpoint === 'transactional' || fieldOf(step, 'message') === undefined);
}

/** The endpoint that the Viber steps are for: one with a template and no message is for the transactional one. */
export function endpointOf(body: Located): EndpointName {
  const isTemplate = (step: Located) =>
    channelOf(step) === 'viber' && step.fields.has('templateId') && !step.fields.has('message');
  return stepsOf(body).some(isTemplate) ? 'transactional' : 'standard';
}
