import { address, code, didYouMean, error, oneOf, warning } from './define.js';

/** FO6: JSON handed to the importer. */
export const imports = {
  notJson: error<{ problem: string }>(
    'FO6001',
    'Something that is not JSON',
    'A request body is JSON, without comments and trailing commas.',
    ({ problem }) => `This is not JSON: ${problem}`,
  ),
  notARequest: error<{ found: string }>(
    'FO6002',
    'JSON that is not a request body',
    'The body of a request to the Failover API is an object whose `flow` is a list of steps.',
    ({ found }) => `A request body is an object with a list of steps in \`flow\`; this is ${found}`,
  ),
  keyTwice: error<{ key: string }>(
    'FO6003',
    'A key that stands twice',
    'Which of the values is meant cannot be known: most programs take the last.',
    ({ key }) => `${code(key)} stands twice in one object; the last one is taken`,
  ),
  leftOut: error<{ name: string; problem: string }>(
    'FO6004',
    'A value that is left out of the flow',
    'The language has no words for it, so the request that the flow compiles to is another one.',
    ({ name, problem }) => `${code(name)} is left out: ${problem}`,
  ),
  missing: error<{ name: string; problem: string }>(
    'FO6005',
    'A field that is missing',
    'The endpoint requires the field.',
    ({ name, problem }) => `${code(name)} ${problem}`,
  ),
  refused: error<{ name: string; problem: string }>(
    'FO6006',
    'A value that the endpoint refuses',
    'The flow says what the request says, so it has the same fault until it is put right.',
    ({ name, problem }) => `${code(name)} ${problem}`,
  ),
  faultInFlow: error<{ code: string; problem: string }>(
    'FO6007',
    'A request that a rule of the language refuses',
    'The flow says what the request says, so it has the same fault until it is put right.',
    ({ code: rule, problem }) => `The flow has an error here, ${rule}: ${problem}`,
  ),
  order: warning<{ found: string; place: number }>(
    'FO6008',
    'A step whose `order` is not its place',
    'The language numbers the steps as they stand in the flow.',
    ({ found, place }) => `The step ${found}; in the flow it is step ${place}`,
  ),
  spelling: warning<{ found: string; meant: string }>(
    'FO6009',
    'A word that is spelt otherwise in the documentation',
    'The flow compiles to the spelling of the documentation.',
    ({ found, meant }) => `${code(found)} is written ${code(meant)}`,
  ),
  digits: error<{ written: string; read: string }>(
    'FO6010',
    'A number with more digits than JSON can be trusted with',
    'Programs read the numbers of JSON as floating-point numbers of double precision, which hold 15 digits for sure.',
    ({ written, read }) => `${code(written)} is read as ${code(read)}`,
  ),
  halfCharacter: error(
    'FO6011',
    'Half of a character',
    'A surrogate without its partner is no character: it cannot be written in UTF-8, and so not be sent.',
    () => 'This text has half of a surrogate pair; `\uFFFD` takes its place',
  ),
  curl: error<{ problem: string }>(
    'FO6012',
    'A curl command whose body cannot be read',
    'The importer reads the body from the command itself; it runs no shell and opens no file.',
    ({ problem }) => `The body of this curl command cannot be read: ${problem}`,
  ),
  otherAddress: error<{ url: string; paths: readonly string[] }>(
    'FO6013',
    'A request to another address',
    'The language is for the two endpoints of the Failover API that take flows.',
    ({ url, paths }) => `${address(url)} is not an endpoint for flows: those are ${oneOf(paths, 'and')}`,
  ),
  noSuchPlace: error<{ name: string; pointer: string; found: string }>(
    'FO6014',
    'A parameter for a place that is not there',
    'A JSON Pointer names each key and index on the way to the value.',
    ({ name, pointer, found }) => `No value for ${code(name)} stands at ${address(pointer)}: ${found}`,
  ),
  noSuchValue: error<{ name: string; suggestion?: string | undefined; values: readonly string[] }>(
    'FO6015',
    'A parameter for a value that is not clear',
    'A name alone stands for the recipient, or for the one value of that name.',
    ({ name, suggestion, values }) =>
      values.length === 0
        ? `Nothing in the request is called ${code(name)}${didYouMean(suggestion)}`
        : `${code(name)} is not one value but several: ${oneOf(values, 'and')}`,
  ),
  notAParameter: error<{ name: string; problem: string }>(
    'FO6016',
    'A parameter where none can stand',
    'Parameters stand for texts, addresses, numbers to call and values of templates.',
    ({ name, problem }) => `${code(name)} cannot be a parameter: ${problem}`,
  ),
  valueStays: warning<{ name: string; value: string }>(
    'FO6017',
    'A text with the value of a parameter in it',
    'Only whole values become parameters, so this one stays the same whatever the parameter is.',
    ({ name, value }) => `This text still says ${code(value)}; write \`{${name}}\` in its place if that is meant`,
  ),
};
