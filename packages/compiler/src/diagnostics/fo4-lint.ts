import { address, code, count, hint, information, oneOf, unnecessary, warning } from './define.js';

/** FO4: what compiles and is probably not meant. `failover.json` and ignore comments can silence these. */
export const lint = {
  stalls: warning(
    'FO4001',
    'A Viber step that stalls when its ttl passes',
    'A Viber message that is not delivered in time expires. Without `expired` the flow then waits for nothing.',
    () => 'The flow stalls here when the ttl passes: `on` does not list `expired`, and a step follows',
  ),
  onAtEnd: unnecessary(
    hint(
      'FO4002',
      'Statuses on the last step',
      '`on` says when to move to the next step.',
      () => 'No step follows, so `on` changes nothing',
    ),
  ),
  severalParts: information<{ parts: number; length: number; encoding: string; worst: boolean }>(
    'FO4003',
    'An SMS of several parts',
    'Each part is billed as a message of its own.',
    ({ parts, length, encoding, worst }) =>
      `This SMS is sent in ${worst ? 'up to ' : ''}${count(parts, 'part')}: ${count(length, 'character')} of ${encoding}`,
  ),
  fewForeignCharacters: warning<{ characters: readonly string[]; parts: number; without: number }>(
    'FO4004',
    'An SMS that grows because of a few characters',
    'One character outside the GSM-7 alphabet turns the whole text into UCS-2, which holds less than half as much.',
    ({ characters, parts, without }) =>
      `${oneOf(characters, 'and')} ${characters.length === 1 ? 'makes' : 'make'} this SMS ${count(parts, 'part')} instead of ${without}: outside GSM-7`,
  ),
  shortenedWrongly: warning<{ link: string; last: string }>(
    'FO4005',
    'A link that would be shortened wrongly',
    'With `shorten-links` a link goes up to the next space, so a full stop after it becomes part of the address.',
    ({ link, last }) => `The link ${address(link)} would be shortened together with the ${code(last)} after it`,
  ),
  codeExpires: warning<{ minutes: number; reached: string; template: string }>(
    'FO4006',
    'A code that expires before it arrives',
    'The code counts from the first message. When an earlier step waits longer than it lives, a later step sends a dead code.',
    ({ minutes, reached, template }) =>
      `The code of ${code(template)} lives ${count(minutes, 'minute')}, but this step may start only after ${reached}`,
  ),
  movesOnAfterSuccess: warning(
    'FO4007',
    'A call that moves on after it was answered',
    '`completed` means that the call was answered and ended normally.',
    () => '`completed` moves on although the call was answered',
  ),
  oneStep: information(
    'FO4008',
    'A flow of one step',
    'A flow is there to try another way when the first fails.',
    () => 'Nothing follows when this step fails: the flow has one step',
  ),
  disputedCombination: warning<{ contents: readonly string[] }>(
    'FO4009',
    'Contents that not every Viber partner sends together',
    'Routee does not list this combination; other Viber partners allow it.',
    ({ contents }) => `${oneOf(contents, 'and')} together are not listed by Routee and may be refused`,
  ),
  plainHttp: warning<{ what: string }>(
    'FO4010',
    'A plain http address',
    'What travels over http can be read and changed on the way.',
    ({ what }) => `${what} is plain http`,
  ),
  alphanumericCaller: warning<{ sender: string }>(
    'FO4011',
    'A caller that is not a number',
    'Some networks, Greek ones among them, do not carry calls from an alphanumeric sender.',
    ({ sender }) => `The caller ${code(sender)} is not a number, which not every network carries`,
  ),
  equalSteps: warning(
    'FO4012',
    'Two equal steps in a row',
    'What failed once fails again at once.',
    () => 'This step is the same as the one before it',
  ),
  unusedDeclaration: unnecessary(
    warning<{ what: string; name: string }>(
      'FO4013',
      'A declaration that nothing uses',
      'It makes the file longer and changes nothing.',
      ({ what, name }) => `Nothing uses the ${what} ${code(name)}`,
    ),
  ),
  unusedParameter: unnecessary(
    warning<{ name: string }>(
      'FO4014',
      'A parameter that nothing uses',
      'Whoever sends the flow must give it a value, for nothing.',
      ({ name }) => `Nothing uses the parameter ${code(name)}`,
    ),
  ),
  unusedImport: unnecessary(
    warning<{ path: string }>(
      'FO4015',
      'An import that nothing uses',
      'It makes the file depend on another for nothing.',
      ({ path }) => `Nothing in this file uses ${address(path)}`,
    ),
  ),
  ignoresNothing: unnecessary(
    warning<{ code: string; problem: string }>(
      'FO4016',
      'An ignore comment that silences nothing',
      'It hides the next problem of that kind.',
      ({ code: ignored, problem }) => `${code(ignored)} is ignored here, but ${problem}`,
    ),
  ),
  refusedLink: warning<{ host: string }>(
    'FO4017',
    'A link to another messenger',
    'Viber refuses messages with links to Line, Signal and Telegram.',
    ({ host }) => `Viber refuses links to ${code(host)}`,
  ),
  repeatsForever: warning(
    'FO4018',
    'A verb that repeats without end',
    'The call lasts until the person hangs up, and so does its bill.',
    () => '`repeat forever` goes on until the person hangs up',
  ),
  knownTemplateParameters: warning<{ template: string; wanted: readonly string[]; found: readonly string[] }>(
    'FO4019',
    'A predefined template with other parameters',
    'Routee publishes which parameters its predefined templates have.',
    ({ template, wanted, found }) =>
      `Routee's predefined template “${template}” takes ${oneOf(wanted, 'and')}; here it has ${found.length === 0 ? 'none' : oneOf(found, 'and')}`,
  ),
  knownTemplateLanguage: warning<{ lang: string }>(
    'FO4020',
    'A language that the predefined templates may not have',
    'Routee lists the languages of its predefined templates.',
    ({ lang }) => `${code(lang)} is not among the languages that Routee lists for its predefined templates`,
  ),
  viberSenderForm: information<{ id: string }>(
    'FO4021',
    'A Viber sender id that is not a UUID',
    'The id of a Viber sender is a UUID in every account we know of.',
    ({ id }) => `${code(id)} does not look like the id of a Viber sender, which is a UUID`,
  ),
  parameterHidesLet: warning<{ name: string }>(
    'FO4022',
    'A parameter that hides a let',
    'In this flow the name means the parameter, in others the let.',
    ({ name }) => `The parameter ${code(name)} hides the let of the same name`,
  ),
  unusedSetting: unnecessary(
    warning<{ setting: string }>(
      'FO4023',
      'A setting that no flow uses',
      'A setting at the top of a file holds for the flows of that file which do not set their own.',
      ({ setting }) => `No flow of this file uses ${code(setting)} from here`,
    ),
  ),
  dollarHole: warning<{ name: string }>(
    'FO4024',
    'A dollar sign before a hole',
    'A hole is `{name}`. A `$` before it, as JavaScript and shells write it, is part of the text.',
    ({ name }) => `The \`$\` before ${code(`{${name}}`)} is part of the text`,
  ),
};
