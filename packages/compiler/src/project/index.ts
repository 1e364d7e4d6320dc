/** What a project says of itself in failover.json: an entry of its own, since most runs have no such file. */

export { defineKeyIn } from './define-key.js';
export { type JsonProblem, parseJson } from './json.js';
export { type ReadSettings, readSettings } from './read-settings.js';
export { settingEdits } from './setting-edits.js';
export { projectSchema } from './settings.js';
