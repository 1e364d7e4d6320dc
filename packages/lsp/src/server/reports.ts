import type { Diagnostic } from 'vscode-languageserver';
import type { Project } from '../workspace/project.js';
import { canonicalUri } from '../workspace/uris.js';
import type { Session } from './session.js';

/** What there is to say about a file at one moment. */
export interface Report {
  /** As the client names it. */
  readonly uri: string;
  /** That of the document; nothing for a file that is not open. */
  readonly version: number | undefined;
  readonly items: Diagnostic[];
  /** The same for the same items, so that nobody has to remember what was reported. */
  readonly id: string;
}

export function reportOn({ features, clientUris }: Session, project: Project, uri: string): Report {
  const items = features.diagnostics(project, uri);
  return { uri: clientUris.of(uri), version: project.document(uri).version, items, id: fingerprint(items) };
}

/** Documents under the names that the client gave them, where these are not canonical. */
export class ClientUris {
  readonly #names = new Map<string, string>();

  /** @returns the canonical URI */
  opened(name: string): string {
    const uri = canonicalUri(name);
    // It stays when the document is closed: what is shown at it has still to be taken back.
    if (uri !== name) this.#names.set(uri, name);
    else this.#names.delete(uri);
    return uri;
  }

  of(uri: string): string {
    return this.#names.get(uri) ?? uri;
  }
}

/** 64 bits of FNV-1a in two halves, so that different items have the same once in an age. */
function fingerprint(items: readonly Diagnostic[]): string {
  if (items.length === 0) return 'none';
  const text = JSON.stringify(items);
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (low >>> 16), 0x85ebca6b);
  }
  return `${(low >>> 0).toString(36)}-${(high >>> 0).toString(36)}-${text.length.toString(36)}`;
}
