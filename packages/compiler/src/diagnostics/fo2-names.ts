import { crop } from '../text/crop.js';
import { address, code, count, didYouMean, error, oneOf } from './define.js';

/** FO2: names, imports, parameters, senders, recipients. */
export const names = {
  unknownName: error<{ name: string; where: string; suggestion?: string | undefined }>(
    'FO2001',
    'A hole that names nothing',
    'A hole stands for a parameter of its flow or a let. With a parameter list, every name must be in it.',
    ({ name, where, suggestion }) => `${where} has no parameter or let ${code(name)}${didYouMean(suggestion)}`,
  ),
  unknownSender: error<{ name: string; suggestion?: string | undefined }>(
    'FO2002',
    'A sender that is not declared',
    'A name after `from` is a sender of this file or of one that it imports.',
    ({ name, suggestion }) => `No sender ${code(name)} is declared here or imported${didYouMean(suggestion)}`,
  ),
  unknownTemplate: error<{ name: string; suggestion?: string | undefined }>(
    'FO2003',
    'A template that is not declared',
    'A name after `template` is a template of this file or of one that it imports.',
    ({ name, suggestion }) => `No template ${code(name)} is declared here or imported${didYouMean(suggestion)}`,
  ),
  declaredTwice: error<{ what: string; name: string }>(
    'FO2004',
    'A name that is declared twice',
    'A name means one thing, so that a reader need not ask which.',
    ({ what, name }) => `The ${what} ${code(name)} is declared twice`,
  ),
  importClash: error<{ what: string; name: string; path: string }>(
    'FO2005',
    'A name that comes from two files',
    'An import brings in every declaration of the other file, and a name means one thing.',
    ({ what, name, path }) => `The ${what} ${code(name)} also comes from ${address(path)}`,
  ),
  importMissing: error<{ path: string }>(
    'FO2006',
    'An import of a file that is not there',
    'The path starts at the folder of the file in which it stands.',
    ({ path }) => `There is no file ${address(path)}`,
  ),
  importPath: error<{ path: string }>(
    'FO2007',
    'A path that no import can have',
    'A path is relative, so that a folder can be moved as a whole, and says that it means a .failover file.',
    ({ path }) =>
      `${address(path)} is not a path for an import: it starts with \`./\` or \`../\` and ends in \`.failover\``,
  ),
  importOutside: error<{ path: string }>(
    'FO2008',
    'An import from outside the project',
    'A project is what one checks out and reviews together: nothing is read from outside its root.',
    ({ path }) => `${address(path)} lies outside the project root`,
  ),
  importCircle: error<{ circle: readonly string[] }>(
    'FO2009',
    'Imports that go in a circle',
    'Files that import each other cannot be understood one after the other.',
    ({ circle }) => `This import closes a circle: ${path(circle)}`,
  ),
  importUnreadable: error<{ path: string; problem: string }>(
    'FO2010',
    'An import that cannot be read',
    'An import is a file of UTF-8 text.',
    ({ path, problem }) => `${address(path)} cannot be read: ${problem}`,
  ),
  holeInFixedText: error<{ what: string }>(
    'FO2011',
    'A hole where nothing is filled in',
    'The text is read before any parameter or let is known.',
    ({ what }) => `${what} cannot have a hole`,
  ),
  parameterInConstant: error<{ name: string; what: string }>(
    'FO2012',
    'A name that is no let',
    'Outside a flow there are no parameters: a hole stands for a let of this file, above, or of one that it imports.',
    ({ name, what }) => `${what} can use only lets, and there is no let ${code(name)}`,
  ),
  letBelow: error<{ name: string }>(
    'FO2013',
    'A let that uses one below it',
    'A let may use the lets above it, so that none can depend on itself.',
    ({ name }) => `The let ${code(name)} is declared further down: a let may use only those above it`,
  ),
  noSender: error<{ senders: readonly string[] }>(
    'FO2014',
    'A step without a sender',
    'Without `from`, a step takes the only sender in scope. With several or none, it must be said which.',
    ({ senders }) =>
      senders.length === 0
        ? 'No sender is in scope for this step: add `from`, declare a sender or import one'
        : `${count(senders.length, 'sender')} are in scope for this step: choose ${oneOf(senders)} with \`from\``,
  ),
  senderWithoutChannel: error<{ sender: string; channel: string }>(
    'FO2015',
    'A sender that has no id on the channel',
    'A sender is one brand: the id it has on each channel. A step needs the id for its own.',
    ({ sender, channel }) => `The sender ${code(sender)} has no id for ${code(channel)}`,
  ),
  noRecipient: error<{ flow: string }>(
    'FO2016',
    'A step without a recipient',
    'Without `to`, a step goes to the parameter `to: phone`. A flow with a parameter list must have it there.',
    ({ flow }) => `${flow} does not say whom it reaches: add the parameter \`to: phone\`, or a \`to\``,
  ),
  typeMismatch: error<{ name: string; type: string; wanted: string }>(
    'FO2017',
    'A parameter of the wrong type',
    'Each place asks for a type: a recipient is a phone, an address is a url.',
    ({ name, type, wanted }) => `${code(name)} is ${type}, but this place needs ${wanted}`,
  ),
  missingArgument: error<{ name: string; template: string }>(
    'FO2018',
    'A template argument that is missing',
    'Every parameter of a template needs a value: an argument, a parameter or let of the same name, or a default.',
    ({ name, template }) =>
      `The template ${code(template)} needs ${code(name)}, and there is no parameter or let of that name`,
  ),
  unknownArgument: error<{ name: string; template: string; suggestion?: string | undefined }>(
    'FO2019',
    'An argument that the template does not take',
    'The arguments of a template are its parameters.',
    ({ name, template, suggestion }) =>
      `The template ${code(template)} has no parameter ${code(name)}${didYouMean(suggestion)}`,
  ),
  argumentType: error<{ name: string; wanted: string; found: string }>(
    'FO2020',
    'An argument of the wrong type',
    'A template parameter of type int takes a number, every other type a text.',
    ({ name, wanted, found }) => `${code(name)} is ${wanted}, not ${found}`,
  ),
  argumentTwice: error<{ name: string }>(
    'FO2021',
    'An argument that is given twice',
    'Only one of the values could be sent.',
    ({ name }) => `${code(name)} is given twice`,
  ),
  parameterTwice: error<{ name: string }>(
    'FO2022',
    'A parameter that is declared twice',
    'A name means one thing.',
    ({ name }) => `The parameter ${code(name)} is declared twice`,
  ),
  wordingWithoutParameter: error<{ name: string; lang: string }>(
    'FO2023',
    'A wording that leaves out a parameter',
    'The wording documents the approved message, so it uses every parameter of the template.',
    ({ name, lang }) => `The ${code(lang)} wording does not use the parameter ${code(name)}`,
  ),
  wordingUnknownName: error<{ name: string; template: string; suggestion?: string | undefined }>(
    'FO2024',
    'A wording with a hole that is no parameter',
    'The wording documents the approved message, so it uses the parameters of the template and nothing else.',
    ({ name, template, suggestion }) =>
      `The template ${code(template)} has no parameter ${code(name)}${didYouMean(suggestion)}`,
  ),
  languageTwice: error<{ lang: string }>(
    'FO2025',
    'A language that stands twice',
    'A template has one wording in each language.',
    ({ lang }) => `The language ${code(lang)} stands twice`,
  ),
  channelTwice: error<{ channel: string }>(
    'FO2026',
    'A channel that stands twice',
    'A sender has one id on each channel.',
    ({ channel }) => `${code(channel)} stands twice in this sender`,
  ),
  inferredConflict: error<{ name: string; first: string; second: string }>(
    'FO2027',
    'A parameter that would need two types',
    'Without a parameter list, the type of a parameter is what every place that uses it asks for.',
    ({ name, first, second }) => `${code(name)} would have to be ${first} and ${second} at once`,
  ),
  emptyRange: error<{ min: number | undefined; max: number | undefined }>(
    'FO2028',
    'A range that holds nothing',
    'The lower limit stands first, and a text cannot have fewer than 0 characters.',
    ({ min, max }) =>
      min !== undefined && max !== undefined && min > max
        ? `The range \`${min}..${max}\` holds nothing: \`${min}\` is more than \`${max}\``
        : `The range \`${min ?? ''}..${max ?? ''}\` holds nothing: a text has at least 0 characters`,
  ),
  defaultType: error<{ name: string; type: string; problem: string }>(
    'FO2029',
    'A default that the type does not allow',
    'A default is a value like any other.',
    ({ name, type, problem }) => `The default of ${code(name)} is not ${type}: it ${problem}`,
  ),
  languageNotInTemplate: error<{ name: string; lang: string; template: string; langs: readonly string[] }>(
    'FO2030',
    'A language parameter that the template does not cover',
    'A lang parameter may name only languages that every template it reaches has.',
    ({ name, lang, template, langs }) =>
      `${code(name)} may be ${code(lang)}, but the template ${code(template)} has only ${oneOf(langs, 'and')}`,
  ),
  settingTwice: error<{ setting: string }>(
    'FO2031',
    'A setting that stands twice',
    'Only one of them could count.',
    ({ setting }) => `${code(setting)} is set twice`,
  ),
  argumentRange: error<{ name: string; problem: string; limit: string }>(
    'FO2032',
    'A value outside the range of a template parameter',
    'The template was approved for values of that length.',
    ({ name, problem, limit }) => `The argument ${code(name)} ${problem}: it takes ${limit}`,
  ),
  rangeTooWide: error<{ name: string; range: string; limit: string; where: string }>(
    'FO2033',
    'A parameter whose range is wider than its use allows',
    'Limits are checked against the longest and the shortest value that the range allows.',
    ({ name, range, limit, where }) => `${code(name)} may ${range}, but ${where} takes ${limit}`,
  ),
  holeInLanguage: error(
    'FO2034',
    'A language of a call that is a hole',
    'The voice and the pronunciation of a call are chosen by its language, so it is written out.',
    () => 'The language of `say` is written out, not a hole',
  ),
  fileNameTaken: error<{ flow: string; other: string }>(
    'FO2035',
    'Two flows that would be written to one file',
    'Each flow is written to a file of its name in the output folder.',
    ({ flow, other }) => `The flow ${code(flow)} would be written over the one of the same name in ${other}`,
  ),
  textTooLong: error<{ max: number }>(
    'FO2036',
    'A text that grows without measure',
    'Lets that use lets can double a text at each step. No field of the API takes a text of that size.',
    ({ max }) => `With its lets filled in, this text has more than ${count(max, 'character')}`,
  ),
};

/** A message is read by a person: of a long circle it shows where it starts and ends. */
const mostShown = 6;

function path(circle: readonly string[]): string {
  const files = circle.map((file) => crop(file, 40));
  if (files.length <= mostShown) return files.join(' → ');
  return [...files.slice(0, mostShown - 2), `${count(files.length - mostShown + 1, 'more file')}`, files.at(-1)].join(
    ' → ',
  );
}
