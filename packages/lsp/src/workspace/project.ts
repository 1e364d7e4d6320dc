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
import { hasFolder, isInFolder, isProjectFile } from './uris.js';

/** The files of one project, as a `FileSystem` has them. */
export interface ProjectFiles {
  read(uri: string): Promise<ReadResult>;
  find(include: readonly string[] | undefined): Promise<string[]>;
}

/**
 * One project root: its failover.json, its files and the program that they make. Files are read when the program first
 * asks for them, and again when the editor says that they changed; the text of an open document comes before its file.
 */
export class Project {
  /** The folder, as a URI without a slash at its end. */
  readonly root: string;
  readonly #files: ProjectFiles;
  readonly #open: ReadonlyMap<string, Document>;
  readonly #encoding: PositionEncoding;
  readonly #reads = new Map<string, ReadResult>();
  readonly #documents = new Map<string, Document>();
  /** What has to be read before the program can answer: it asked for it, or it changed on disk. */
  readonly #wanted = new Set<string>();
  /** The open documents that were found to belong to this project. */
  readonly #own = new Set<string>();
  #listed: ReadonlySet<string> = new Set();
  #isListed = false;
  #settings: ProjectSettings = noSettings;
  #settingsDiagnostics: readonly Diagnostic[] = [];
  #hasSettings = false;
  #editorRules: RuleSeverities = {};
  #reading: Promise<void> | undefined;
  #program: Program | undefined;
  /** The files that have changed since the program was made. */
  readonly #changed = new Set<string>();
  #hasOtherFiles = false;

  constructor(root: string, files: ProjectFiles, open: ReadonlyMap<string, Document>, encoding: PositionEncoding) {
    this.root = root;
    this.#files = files;
    this.#open = open;
    this.#encoding = encoding;
    this.#wanted.add(this.settingsUri);
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

  /** Every .failover file of the project that is on disk or open, without those that are only imported. */
  get uris(): readonly string[] {
    return [...new Set([...this.#listed, ...this.#own])];
  }

  /** Every file that there can be something to say about: these, and failover.json where there is one. */
  get reportedUris(): readonly string[] {
    return this.#hasSettings ? [this.settingsUri, ...this.uris] : this.uris;
  }

  /** Takes an open document in. */
  adopt(uri: string): void {
    if (this.#own.has(uri) || isProjectFile(uri)) return;
    this.#own.add(uri);
    this.#hasOtherFiles = true;
  }

  /**
   * The program of the files as they are now, once everything that it imports has been read.
   * @throws nothing: a file that cannot be read is a diagnostic at its import
   */
  async ready(): Promise<Program> {
    for (;;) {
      while (this.#reading !== undefined || !this.#isRead) {
        this.#reading ??= this.#readAll().finally(() => {
          this.#reading = undefined;
        });
        await this.#reading;
      }
      const { program } = this;
      // Asking for its files makes the program read what they import.
      void program.uris;
      if (this.#isRead) return program;
    }
  }

  /**
   * The program as far as its files have been read. It takes over what still holds of the one before, which must not be
   * used afterwards.
   */
  get program(): Program {
    if (this.#program === undefined) {
      this.#program = new Program({ read: (uri) => this.#read(uri) }, this.uris, {
        root: hasFolder(this.root) ? this.root : undefined,
        defines: this.#settings.define,
        rules: { ...this.#editorRules, ...this.#settings.rules },
      });
    } else if (this.#changed.size > 0 || this.#hasOtherFiles) {
      this.#program = this.#program.after(this.#changed, this.uris);
    }
    this.#changed.clear();
    this.#hasOtherFiles = false;
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

  // What happens to its files

  /** A document was opened or changed in the editor. */
  edited(uri: string): void {
    if (uri === this.settingsUri) this.#wanted.add(uri);
    else if (this.#own.has(uri) || isInFolder(this.root, uri)) this.#changed.add(uri);
  }

  /** A file was written by somebody else: it is read again. */
  touched(uri: string): void {
    if (this.#reads.has(uri) || uri === this.settingsUri) this.#wanted.add(uri);
    this.#changed.add(uri);
  }

  /** A file was made or taken away by somebody else. */
  appeared(uri: string): void {
    this.#isListed = false;
    this.touched(uri);
  }

  /** A document was closed in the editor: what counts from now on is the file. */
  closed(uri: string): void {
    this.#hasOtherFiles = this.#own.delete(uri) || this.#hasOtherFiles;
    this.touched(uri);
  }

  get hasOpen(): boolean {
    return this.#own.size > 0 || this.#open.has(this.settingsUri);
  }

  // Reading

  get #isRead(): boolean {
    return this.#isListed && this.#wanted.size === 0;
  }

  async #readAll(): Promise<void> {
    if (this.#wanted.delete(this.settingsUri)) await this.#readSettings();
    if (!this.#isListed) await this.#list();
    const wanted = [...this.#wanted].filter((uri) => uri !== this.settingsUri);
    for (const uri of wanted) this.#wanted.delete(uri);
    await Promise.all(wanted.map((uri) => this.#load(uri)));
  }

  async #list(): Promise<void> {
    this.#isListed = true;
    this.#hasOtherFiles = true;
    const before = this.#listed;
    this.#listed = new Set(await this.#files.find(this.#settings.include));
    for (const uri of this.#listed) if (!this.#reads.has(uri) && !this.#open.has(uri)) this.#wanted.add(uri);
    // Somebody may still import what is listed no longer: whether it is there is to be seen.
    for (const uri of before) if (!this.#listed.has(uri)) this.#wanted.add(uri);
  }

  async #readSettings(): Promise<void> {
    const uri = this.settingsUri;
    await this.#load(uri);
    const read = this.#read(uri);
    this.#hasSettings = 'text' in read;
    const { settings, diagnostics } =
      'text' in read ? readSettings(uri, read.text) : { settings: noSettings, diagnostics: [] };
    if (String(settings.include) !== String(this.#settings.include)) this.#isListed = false;
    this.#settings = settings;
    this.#settingsDiagnostics = diagnostics;
    this.#program = undefined;
  }

  #read(uri: string): ReadResult {
    const open = this.#open.get(uri);
    if (open !== undefined) return { text: open.text };
    const read = this.#reads.get(uri);
    if (read !== undefined) return read;
    this.#wanted.add(uri);
    return { problem: 'missing' };
  }

  async #load(uri: string): Promise<void> {
    this.#reads.set(uri, await this.#files.read(uri));
    this.#documents.delete(uri);
    this.#changed.add(uri);
  }
}
