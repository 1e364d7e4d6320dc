/** The compiler of the failover language: pure, for Node, browsers and workers. */

export { clausesFor } from './check/clauses.js';
export { ignoreAt } from './check/ignore-at.js';
export type { Ignore } from './check/ignores.js';
export type { RuleSeverities } from './check/severities.js';
export { mayNeedParts, type SmsText, smsTextOf } from './check/sms-text.js';
export {
  type About,
  type Candidate,
  type CandidateKind,
  type Completions,
  type Insert,
  insertedText,
} from './complete/candidate.js';
export { type CompletionOptions, completionsAt } from './complete/completions.js';
export { type Signature, type SignatureParameter, signatureAt } from './complete/signature.js';
export { describeWord, ownersOf, type WordPlace } from './describe/describe.js';
export { type ClauseOwner, type Description, ownerName, ownerOf } from './describe/description.js';
export { type WordAt, wordAt } from './describe/word-at.js';
export { catalog, families, lintCodes, pageOf } from './diagnostics/catalog.js';
export { count, type Definition, thousands } from './diagnostics/define.js';
export type { Diagnostic, Fix, RelatedPlace, Severity, TextEdit } from './diagnostics/diagnostic.js';
export { names as nameDiagnostics } from './diagnostics/fo2-names.js';
export { values as valueDiagnostics } from './diagnostics/fo5-values.js';
export { diagnosticOf } from './diagnostics/reporter.js';
export { type BindProblem, type Bound, bind, type Values } from './emit/bind.js';
export type { Bundle, ParamSchema, ParamsSchema } from './emit/bundle.js';
export { type Field, fieldOf } from './emit/field.js';
export type { Json } from './emit/json.js';
export type { Hole } from './emit/payload.js';
export { format } from './format/format.js';
export { formatItems } from './format/format-items.js';
export type { ReadResult } from './names/imports.js';
export { clauseOf, type FileModel, type Flow, flagOf, type Step, stepAt, type TemplateUse } from './names/model.js';
export { defaultOf } from './names/parameters.js';
export {
  declarationsIn,
  definitionAt,
  documentationOf,
  type NamedPlace,
  type NamesInScope,
  namesInScope,
  referencesAt,
  referencesIn,
  symbolAt,
  typeAt,
} from './names/queries.js';
export {
  type AnySymbol,
  constantText,
  type LetSymbol,
  type ParameterSymbol,
  type ResolvedText,
  type SenderSymbol,
  type TemplateParameter,
  type TemplateSymbol,
  writtenText,
} from './names/symbols.js';
export { type TakenArgument, takenArguments } from './names/taken-arguments.js';
export { type StepTime, timelineOf, waitOf } from './names/timeline.js';
export { describeType, type Type, typeText } from './names/types.js';
export { type Uses, usesOf } from './names/uses.js';
export { lengthRange } from './names/values.js';
export { type ImportPlace, importAt, importsIn } from './navigation/import-places.js';
export { importsAfterMoves, type Moved } from './navigation/moved-imports.js';
export { type OutlineItem, outlineItems } from './navigation/outline-items.js';
export { type Refused, type Renamed, renameAt, renameable } from './navigation/rename/rename.js';
export { type Host, Program, type ProgramOptions } from './program.js';
export { globProblem } from './project/glob-problem.js';
export { noSettings, projectFileName, type Settings as ProjectSettings } from './project/settings.js';
export { lineBreakOf, type Refactoring } from './refactor/edits.js';
export { type FixedText, fixAll } from './refactor/fix-all.js';
export { ignoreDiagnostic } from './refactor/ignore.js';
export { organizeImports } from './refactor/organize-imports.js';
export { refactoringsAt } from './refactor/refactor.js';
export { type Channel, type EndpointName, statuses } from './routee/channels.js';
export { baseUrl, endpoints } from './routee/endpoints.js';
export { limits } from './routee/limits.js';
export {
  type FailoverRequest,
  type RequestProblem,
  requestProblems,
  type StandardRequest,
  type TransactionalRequest,
} from './routee/schemas.js';
export { type KnownTemplate, knownTemplate, knownTemplateLanguages } from './routee/templates.js';
export { type Fold, foldsIn } from './syntax/folds.js';
export { canonicalDuration } from './syntax/numbers.js';
export { type ParsedFile, parse } from './syntax/parse.js';
export { spansAround } from './syntax/surroundings.js';
export { commentAt, tokenAt, tokensIn } from './syntax/token-at.js';
export { type Comment, keywordOf } from './syntax/tokens.js';
export type * as tree from './syntax/tree.js';
export { childrenOf, pathTo } from './syntax/tree.js';
export { isStatus } from './syntax/words.js';
export { crop } from './text/crop.js';
export { LineIndex, type Position } from './text/lines.js';
export { nearest } from './text/nearest.js';
export { endOf, type Place, type Span } from './text/span.js';
export { timeInWords, timeText } from './text/time.js';
