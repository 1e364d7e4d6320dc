// Writes the generated parts of the documentation: node scripts/run.mjs scripts/generate-docs.ts [--check]
import { readdirSync, readFileSync } from 'node:fs';
import { commandReference } from './docs/command-line.js';
import { diagnosticsIndex } from './docs/diagnostics-index.js';
import { extensionCommands, extensionSettings } from './docs/extension.js';
import { diagramFolder, diagrams, grammarSection, tokenSection, wholeGrammar } from './docs/grammar/pages.js';
import { libraryExports } from './docs/library.js';
import { projectKeys, projectRules } from './docs/project-file.js';
import { filled, type Sections, sectionsIn } from './docs/sections.js';
import * as words from './docs/words.js';
import { type GeneratedFiles, isProgram, keepUpToDate } from './generated.js';

const script = 'scripts/generate-docs.ts';

const sections: Sections = {
  diagnostics: diagnosticsIndex,
  'command-line': commandReference,
  'extension-commands': extensionCommands,
  'extension-settings': extensionSettings,
  'library-exports': libraryExports,
  'project-keys': projectKeys,
  'project-rules': projectRules,
  grammar: grammarSection,
  tokens: tokenSection,
  'whole-grammar': wholeGrammar,
  declarations: words.declarationTable,
  settings: words.settingTable,
  steps: words.stepTable,
  contents: words.contentTable,
  parts: words.partTable,
  choices: words.choiceTable,
  types: words.typeTable,
  'viber-clauses': () => words.clauseTable('viber'),
  'viber-template-clauses': () => words.clauseTable('viber template'),
  'sms-clauses': () => words.clauseTable('sms'),
  'voice-clauses': () => words.clauseTable('voice'),
  'say-clauses': () => words.clauseTable('say'),
  'play-clauses': () => words.clauseTable('play'),
  'viber-combinations': words.viberTable,
  channels: words.channelTable,
  statuses: words.statusTable,
  endpoints: words.endpointTable,
  'file-types': words.fileTypeList,
  'say-languages': words.sayLanguageList,
  'predefined-templates': words.predefinedTable,
};

/** The pages with their generated parts made anew, and the diagrams. */
export function generatedDocs(): GeneratedFiles {
  const pages = readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .sort();
  const texts = new Map(pages.map((page) => [page, readFileSync(page, 'utf8')]));
  const used = new Set([...texts.values()].flatMap(sectionsIn));
  const unused = Object.keys(sections).filter((name) => !used.has(name));
  if (unused.length > 0) throw new Error(`No page has the section ${unused.join(', ')}`);
  const made = [...texts].map(([page, text]): [string, string] => [page, filled(text, sections)]);
  return new Map([...made, ...diagrams()]);
}

if (isProgram(script)) keepUpToDate(script, generatedDocs(), [diagramFolder]);
