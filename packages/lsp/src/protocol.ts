/** What the server understands and asks beyond the protocol itself. */

import type { Position, Range } from 'vscode-languageserver-types';

/**
 * Commands that a client can carry out with `workspace/executeCommand`: `import` takes one `ImportArguments`, each other one
 * `CommandArguments`.
 */
export const commands = {
  payload: 'failover.payload',
  bundle: 'failover.bundle',
  curl: 'failover.curl',
  flow: 'failover.flow',
  import: 'failover.import',
} as const;

/** Commands of the client that code lenses call, with `CommandArguments`: only an editor can carry them out. */
export const clientCommands = {
  previewPayload: 'failover.previewPayload',
  showFlow: 'failover.showFlow',
  copyAsCurl: 'failover.copyAsCurl',
} as const;

/** The flow at a place of a document. */
export interface CommandArguments {
  readonly uri: string;
  readonly position: Position;
}

/** The answer of `failover.payload`: the request with its holes shown as they are written. */
export interface FlowPayload {
  readonly flow: string;
  readonly endpoint: 'standard' | 'transactional';
  readonly method: 'POST';
  readonly path: string;
  readonly payload: object;
  /** The parameters that a value is to be given for. */
  readonly missing: readonly { readonly name: string; readonly description: string }[];
  /** The errors of the flow, in words. */
  readonly problems: readonly string[];
}

/** The answer of `failover.curl`. */
export interface CurlCommand {
  readonly command: string;
}

/** The answer of `failover.flow`: what a drawing of the flow shows. Times are in seconds. */
export interface FlowDrawing {
  readonly name: string;
  readonly endpoint: 'standard' | 'transactional';
  readonly uri: string;
  readonly documentation?: string;
  readonly parameters: readonly { readonly name: string; readonly type: string; readonly documentation?: string }[];
  readonly callback?: { readonly url: string; readonly on: 'completion' | 'step' };
  readonly steps: readonly DrawnStep[];
}

export interface DrawnStep {
  readonly order: number;
  readonly channel: 'viber' | 'sms' | 'voice';
  readonly title: string;
  /** The text or template that is shown to the person. */
  readonly summary: string;
  readonly recipient: string;
  /** Since the start of the flow, at the latest; null behind a call, of which nobody knows how long it rings. */
  readonly startsAtLatest: number | null;
  /** The ttl, also where it is taken by default; null for a call. */
  readonly waits: number | null;
  readonly ttlWritten: boolean;
  readonly movesOn: readonly {
    readonly status: string;
    readonly label: string;
    readonly description: string;
    readonly written: boolean;
  }[];
  readonly parts?: { readonly count: number; readonly encoding: string };
  readonly range: Range;
  readonly problems: readonly { readonly severity: string; readonly message: string; readonly code: string }[];
}

/** A request body as JSON, a list of them, or the curl command that sends one. */
export interface ImportArguments {
  readonly text: string;
  /** For the flow. */
  readonly name?: string | undefined;
}

/** The answer of `failover.import`. */
export interface ImportedRequest {
  /** A .failover file; null where no request can be made out. */
  readonly text: string | null;
  readonly flows: readonly string[];
  /** What is wrong with the request, left out of the flow, or doubtful, with its place in the text that was imported. */
  readonly problems: readonly {
    readonly severity: 'error' | 'warning' | 'information' | 'hint';
    readonly code: string;
    readonly message: string;
    readonly help?: string;
    readonly range: Range;
  }[];
}

/** What a client may say of itself in `initializationOptions`, beside the settings. */
export interface InitializationOptions {
  /** It knows the commands of code lenses that only an editor can carry out. */
  readonly previewCommands?: boolean;
}

/**
 * Requests that the server sends to a client in a browser, where it has no files of its own. URIs are canonical: each part
 * of the path is encoded as `encodeURIComponent` does. What each answers, and when, stands at the method of `FileSystem`
 * of the same name.
 */
export const fileRequests = {
  /** `{ uri, root }` → a `FileAnswer`. */
  read: 'failover/readFile',
  /** `{ uri, folders }` → the URI of the root; null where there is nothing but the workspace folders to go by. */
  rootOf: 'failover/rootOf',
  /** `{ folder }` → a list of URIs. */
  rootsIn: 'failover/rootsIn',
  /** `{ root }` → the URIs of the .failover files below it, without those in node_modules and in folders with a dot. */
  find: 'failover/findFiles',
} as const;

export type FileAnswer =
  | { readonly text: string }
  | { readonly problem: 'missing' | 'outside' }
  | { readonly problem: 'unreadable'; readonly reason: string };
