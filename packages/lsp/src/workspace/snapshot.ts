import type { ParsedFile, Program, Span } from '@failover/compiler';
import type { Location, Range } from 'vscode-languageserver-types';
import type { Document } from './document.js';
import type { EditorSettings } from './editor-settings.js';
import type { Project } from './project.js';

/** A file and its project at one moment: what a feature answers from. */
export interface Snapshot {
  readonly uri: string;
  readonly document: Document;
  readonly parsed: ParsedFile;
  readonly program: Program;
  readonly project: Project;
  readonly settings: EditorSettings;
  readonly client: ClientFeatures;
  /** Every project of the workspace, this one among them, for what goes over all of them. */
  readonly projects: readonly Project[];
}

/** What the client can show, as far as an answer depends on it. */
export interface ClientFeatures {
  readonly snippets: boolean;
  readonly markdown: boolean;
  /** Whether it asks for the documentation of an item of completion when somebody looks at the item. */
  readonly resolvesDocumentation: boolean;
  /** Whether the place and format of the items of a completion can be said once for all of them. */
  readonly itemDefaults: boolean;
  /** Whether one edit may also rename and create files, and may name the versions that it is for. */
  readonly documentChanges: boolean;
  /** Whether the commands of code lenses that only an editor can carry out are known to it. */
  readonly previewCommands: boolean;
}

/** The place of a span of any file of the program. */
export function locationOf(snapshot: { readonly project: Project }, place: { readonly uri: string } & Span): Location {
  return { uri: place.uri, range: rangeIn(snapshot.project, place.uri, place) };
}

export function rangeIn(project: Project, uri: string, span: Span): Range {
  return project.document(uri).rangeOf(span);
}
