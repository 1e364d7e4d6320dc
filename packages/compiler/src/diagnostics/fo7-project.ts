import { code, didYouMean, error } from './define.js';

/** FO7: the project file, failover.json. */
export const project = {
  notJson: error<{ problem: string }>(
    'FO7001',
    'A failover.json that is not JSON',
    'The file is JSON; comments and trailing commas are allowed.',
    ({ problem }) => `failover.json is not JSON: ${problem}`,
  ),
  unknownKey: error<{ key: string; suggestion?: string | undefined }>(
    'FO7002',
    'A key that failover.json does not have',
    'A misspelt key would go unnoticed.',
    ({ key, suggestion }) => `failover.json has no ${code(key)}${didYouMean(suggestion)}`,
  ),
  wrongValue: error<{ key: string; wanted: string }>(
    'FO7003',
    'A value of failover.json of the wrong kind',
    'Each key takes one kind of value.',
    ({ key, wanted }) => `${code(key)} must be ${wanted}`,
  ),
  unknownRule: error<{ code: string; suggestion?: string | undefined }>(
    'FO7004',
    'A rule that cannot be configured',
    'Only FO4 diagnostics are matters of taste; errors stay errors.',
    ({ code: rule, suggestion }) => `${code(rule)} is not an FO4 diagnostic${didYouMean(suggestion)}`,
  ),
};
