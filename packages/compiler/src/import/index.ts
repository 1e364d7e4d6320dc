/** From JSON to the language: an entry of its own, so that only who imports loads what it takes. */

export { isName } from '../routee/name-form.js';
export { type Imported, type ImportOptions, importRequest } from './import-request.js';
export { type Parameter, parameterCodes } from './parametrize.js';
