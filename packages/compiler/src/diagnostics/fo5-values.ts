import { address, code, didYouMean, error } from './define.js';

/** FO5: values bound to parameters. */
export const values = {
  missing: error<{ name: string; flow: string; type: string }>(
    'FO5001',
    'A parameter without a value',
    'A request can be sent only when each of its parameters has a value.',
    ({ name, flow, type }) => `The flow ${code(flow)} needs a value for ${code(name)}, ${type}`,
  ),
  unknown: error<{ name: string; suggestion?: string | undefined }>(
    'FO5002',
    'A value that nothing takes',
    'A misspelt name would go unnoticed.',
    ({ name, suggestion }) => `No flow takes a value for ${code(name)}${didYouMean(suggestion)}`,
  ),
  type: error<{ name: string; type: string; found: string }>(
    'FO5003',
    'A value of the wrong type',
    'The endpoint would refuse it, or the person would never get the message.',
    ({ name, type, found }) => `${code(name)} must be ${type}, not ${found}`,
  ),
  range: error<{ name: string; problem: string; limit: string }>(
    'FO5004',
    'A value that is too short, too long, too small or too large',
    'The parameter says what it takes, or the places that use it do.',
    ({ name, problem, limit }) => `${code(name)} ${problem}: it takes ${limit}`,
  ),
  request: error<{ at: string; problem: string }>(
    'FO5005',
    'Values that break a rule of the endpoint',
    'Each value is fine, but the request they make is not.',
    ({ at, problem }) => `With these values ${address(at)} ${problem}`,
  ),
  unknownDefine: error<{ name: string; suggestion?: string | undefined }>(
    'FO5006',
    'A definition that no let takes',
    'A misspelt name would go unnoticed.',
    ({ name, suggestion }) => `No let is called ${code(name)}${didYouMean(suggestion)}`,
  ),
  notABundle: error(
    'FO5007',
    'Something that is not a bundle',
    'A bundle is what `failover compile --emit bundle` prints.',
    () => 'This is not a bundle as `failover compile --emit bundle` prints it',
  ),
};
