import {
  commentAt,
  completionsAt,
  definitionAt,
  foldsIn,
  ignoreAt,
  importAt,
  insertedText,
  organizeImports,
  outlineItems,
  type Program,
  type Refactoring,
  refactoringsAt,
  referencesAt,
  renameAt,
  type Span,
  signatureAt,
  spansAround,
  tokenAt,
  wordAt,
} from '@failover/compiler';
import type { Random } from '../properties/random.js';

const names = ['x', 'to', 'sms', 'ttl-2', 'όνομα', '__proto__', 'constructor', '', '1', 'a b', 'a--b', '\ud800'];

/** Asks what an editor asks, at a few random places. Each answer must lie within its file. */
export function askAnywhere(program: Program, uri: string, random: Random): string[] {
  const parsed = program.parsed(uri);
  if (parsed === undefined) return [];
  const problems: string[] = [];
  const check = (what: string, span: (Span & { readonly uri?: string }) | undefined) => {
    if (span === undefined) return;
    const end = program.parsed(span.uri ?? uri)?.text.length ?? -1;
    const isSound = Number.isInteger(span.offset) && Number.isInteger(span.length) && span.offset >= 0;
    if (!isSound || span.length < 0 || span.offset + span.length > end) {
      problems.push(`${what} is at ${span.offset}, ${span.length} long, of ${end}`);
    }
  };
  const checkEdits = (what: string, { edits }: Pick<Refactoring, 'edits'>) => {
    for (const edit of edits) check(what, edit);
  };
  for (const fold of foldsIn(parsed)) check('a fold', fold);
  for (const item of outlineItems(program, uri)) check('an item of the outline', item);
  checkEdits('an import in order', { edits: organizeImports(program, uri) });
  for (let count = 0; count < 6; count++) {
    const offset = random.integer(0, parsed.text.length);
    const { span, candidates } = completionsAt(program, uri, offset);
    check('what a completion replaces', span);
    if (span.offset > offset || span.offset + span.length < offset) problems.push('a completion is elsewhere');
    for (const candidate of candidates) insertedText(candidate.insert);
    check('a definition', definitionAt(program, uri, offset));
    for (const place of referencesAt(program, uri, offset)) check('a use', place);
    check('a word', wordAt(program, uri, offset)?.span);
    check('an import', importAt(program, uri, offset));
    check('a comment', commentAt(parsed, offset));
    tokenAt(parsed, offset);
    ignoreAt(parsed, offset);
    signatureAt(program, uri, offset);
    let around = -1;
    for (const one of spansAround(parsed, offset)) {
      check('a selection', one);
      if (one.length <= around) problems.push('selections do not grow');
      around = one.length;
    }
    for (const refactoring of refactoringsAt(program, uri, offset)) checkEdits(refactoring.title, refactoring);
    const renamed = renameAt(program, uri, offset, random.pick(names));
    if ('edits' in renamed) checkEdits('a renamed place', renamed);
    else if (renamed.refused === '') problems.push('a rename is refused without a word');
  }
  return problems;
}
