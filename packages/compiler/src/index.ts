/** The compiler of the failover language: pure, for Node, browsers and workers. */

export { clausesFor } from './check/clauses.js';
export type { RuleSeverities } from './check/severities.js';
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
export { catalog, lintCodes, pageOf } from './diagnostics/catalog.js';
export type { Definition } from './diagnostics/define.js';
export type { Diagnostic, Fix, RelatedPlace, Severity, TextEdit } from './diagnostics/diagnostic.js';
export { names as nameDiagnostics } from './diagnostics/fo2-names.js';
export { values as valueDiagnostics } from './diagnostics/fo5-values.js';
export { diagnosticOf } from './diagnostics/reporter.js';
export { type BindProblem, type Bound, bind, type Values } from './emit/bind.js';
export type { Bundle, ParamSchema, ParamsSchema } from './emit/bundle.js';
export type { Json } from './emit/json.js';
export type { Hole } from './emit/payload.js';
export { format } from './format/format.js';
export type { ReadResult } from './names/imports.js';
export type { FileModel, Flow, Step } from './names/model.js';
export {
  definitionAt,
  documentationOf,
  type NamedPlace,
  type NamesInScope,
  namesInScope,
  referencesAt,
  symbolAt,
  typeAt,
} from './names/queries.js';
export type { AnySymbol, ParameterSymbol, TemplateSymbol } from './names/symbols.js';
export { describeType, type Type, typeText } from './names/types.js';
export { type Host, Program, type ProgramOptions } from './program.js';
export { noSettings, projectFileName, type Settings as ProjectSettings } from './project/settings.js';
export type { Channel, EndpointName } from './routee/channels.js';
export {
  type FailoverRequest,
  type RequestProblem,
  requestProblems,
  type StandardRequest,
  type TransactionalRequest,
} from './routee/schemas.js';
export { type ParsedFile, parse } from './syntax/parse.js';
export type { Comment } from './syntax/tokens.js';
export type * as tree from './syntax/tree.js';
export { childrenOf, pathTo } from './syntax/tree.js';
export { LineIndex, type Position } from './text/lines.js';
export { nearest } from './text/nearest.js';
export type { Place, Span } from './text/span.js';
