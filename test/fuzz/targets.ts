import { sessions } from '../../packages/lsp/test/support/random-edits.js';
import { staleKnowledge } from './editor.js';
import { differencesAfter, editedSamples } from './edits.js';
import { problemsOf } from './held.js';
import { importProblems, inputs } from './import.js';
import { conversations, faultsOfServer } from './protocol.js';
import { type Target, target } from './target.js';
import { cases, changes } from './texts.js';
import { slowTexts, timeLost } from './time.js';

/** All that is tried, each under the name by which the command can be asked for it. */
export const targets: readonly Target[] = [
  ...Object.entries(changes).map(([name, change]) =>
    target(name, { usual: 60, round: 100 }, cases(change), problemsOf),
  ),
  target('edits', { usual: 40, round: 50 }, editedSamples, differencesAfter),
  target('editor', { round: 20 }, sessions, staleKnowledge),
  target('import', { usual: 200, round: 200 }, inputs, importProblems),
  target('protocol', { usual: 8, round: 10 }, conversations, faultsOfServer),
  target('time', { usual: 20, round: 20 }, slowTexts, timeLost),
];
