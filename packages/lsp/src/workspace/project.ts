import {
  type Diagnostic,
  noSettings,
  Program,
  type ProjectSettings,
  projectFileName,
  type ReadResult,
  type RuleSeverities,
} from '@failover/compiler';
import { readSettings } from '@failover/compiler/project';
import { Document, type PositionEncoding } from './document.js';
import type { FileSystem } from './file-system.js';

/**
 * One project root: its failover.json, its files and the program that they make. Files are read when the program first
 * asks for them, and again when the editor says that they changed; the text of an open document comes before its file.
 */
export class Project {
  /** The folder, as a URI without a slash at its end. */
  readonly root: string;
  readonly #files: FileSystem;
  readonly #open: ReadonlyMap<string, Document>;
  readonly #encoding: PositionEncoding;
  readonly #reads = new Map<string, ReadResult>();
  readonly #documents = new Map<string, Document>();
  /** What the program asked for and has not been read. */
  readonly #wanted = new Set<string>();
  /** The open documents that were found to belong to this project. */
  readonly #own = new Set<string>();
  #listed: ReadonlySet<string> = new Set();
  #isListed = false;
  #settings: ProjectSettings = noSettings;
  #settingsDiagnostics: readonly Diagnostic[] = [];
  #editorRules: RuleSeverities = {};
  #program: Program | undefined;

  constructor(root: string, files: FileSystem, open: ReadonlyMap<string, Document>, encoding: PositionEncoding) {
    this.root = root;
    this.#files = files;
    this.#open = open;
    this.#encoding = encoding;
  }

  get settingsUri(): string {
    return `${this.root}/${projectFileName}`;
  }

  /** Mistakes in failover.json. */
  get settingsDiagnostics(): readonly Diagnostic[] {
    return this.#settingsDiagnostics;
  }

  get settings(): ProjectSettings {
    return this.#settings;
  }

  set editorRules(rules: RuleSeverities) {
    this.#editorRules = rules;
    this.#program = undefined;
  }

  /** Every file of the project that is on disk or open, without those that are only imported. */
  get uris(): readonly string[] {
    return [...new Set([...this.#listed, ...[...this.#own].filter((uri) => this.#open.has(uri))])];
  }

  /** Takes an open document in. */
  adopt(uri: string): void {
    if (this.#own.has(uri) || uri === this.settingsUri) return;
    this.#own.add(uri);
    if (!this.#listed.has(uri)) this.#program = undefined;
  }

  /**
   * The program of the files as they are now, once everything that it imports has been read.
   * @throws nothing: a file that cannot be read is a diagnostic at its import
   */
  async ready(): Promise<Program> {
    if (!this.#isListed) await this.#refresh();
    for (;;) {
      const program = this.program;
      // Asking for its files makes the program read what they import.
      void program.uris;
      if (this.#wanted.size === 0) return program;
      await this.#readWanted();
    }
  }

  /** The program as far as its files have been read. */
  get program(): Program {
    this.#program ??= new Program({ read: (uri) => this.#read(uri) }, this.uris, {
      root: this.root,
      defines: this.#settings.define,
      rules: { ...this.#editorRules, ...this.#settings.rules },
    });
    return this.#program;
  }

  /** The text of a file with its positions. */
  document(uri: string): Document {
    const open = this.#open.get(uri);
    if (open !== undefined) return open;
    let document = this.#documents.get(uri);
    if (document === undefined) {
      const read = this.#reads.get(uri);
      document = new Document(uri, read !== undefined && 'text' in read ? read.text : '', undefined, this.#encoding);
      this.#documents.set(uri, document);
    }
    return document;
  }

  /** Reads failover.json and looks for files anew. */
  async #refresh(): Promise<void> {
    this.#isListed = true;
    await this.#readSettings();
    this.#listed = new Set(await this.#files.find(this.root, this.#settings.include));
    await Promise.all([...this.#listed].map((uri) => this.#load(uri)));
    this.#program = undefined;
  }

  async #readSettings(): Promise<void> {
    const uri = this.settingsUri;
    const open = this.#open.get(uri);
    const read = open === undefined ? await this.#files.read(uri, this.root) : { text: open.text };
    this.#reads.set(uri, read);
    this.#documents.delete(uri);
    const { settings, diagnostics } =
      'text' in read ? readSettings(uri, read.text) : { settings: noSettings, diagnostics: [] };
    this.#settings = settings;
    this.#settingsDiagnostics = diagnostics;
  }

  /** A document was changed in the editor. */
  edited(uri: string): void {
    if (uri === this.settingsUri) this.#isListed = false;
    this.#program = undefined;
  }

  /** A file may have changed on disk: it is read again. */
  async touched(uri: string): Promise<void> {
    if (this.#reads.has(uri)) await this.#load(uri);
    else if (uri.endsWith('.failover')) this.#isListed = false;
    this.edited(uri);
  }

  #read(uri: string): ReadResult {
    const open = this.#open.get(uri);
    if (open !== undefined) return { text: open.text };
    const read = this.#reads.get(uri);
    if (read !== undefined) return read;
    this.#wanted.add(uri);
    return { problem: 'missing' };
  }

  async #readWanted(): Promise<void> {
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    await Promise.all(wanted.map((uri) => this.#load(uri)));
    this.#program = undefined;
  }

  async #load(uri: string): Promise<void> {
    this.#reads.set(uri, await this.#files.read(uri, this.root));
    this.#documents.delete(uri);
  }
}
