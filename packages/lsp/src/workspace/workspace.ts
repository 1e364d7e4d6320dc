import { type ContentChange, Document, type PositionEncoding } from './document.js';
import { defaultSettings, type EditorSettings } from './editor-settings.js';
import type { FileSystem } from './file-system.js';
import { Project } from './project.js';
import type { ClientFeatures, Snapshot } from './snapshot.js';

export interface WorkspaceOptions {
  readonly folders: readonly string[];
  readonly encoding: PositionEncoding;
  readonly client: ClientFeatures;
}

/** What is open in the editor, and the projects around it. */
export class Workspace {
  settings: EditorSettings = defaultSettings;
  readonly #files: FileSystem;
  readonly #options: WorkspaceOptions;
  readonly #open = new Map<string, Document>();
  readonly #projects = new Map<string, Project>();
  /** The root of each file that was asked for. */
  readonly #roots = new Map<string, Promise<string>>();
  #folders: readonly string[];

  constructor(files: FileSystem, options: WorkspaceOptions) {
    this.#files = files;
    this.#options = options;
    this.#folders = options.folders.map(withoutSlash);
  }

  get projects(): readonly Project[] {
    return [...this.#projects.values()];
  }

  /** What is open, in the order in which it was opened. */
  get openDocuments(): readonly Document[] {
    return [...this.#open.values()];
  }

  /** Makes the projects of the folders, and reads them. */
  async openFolders(): Promise<void> {
    await Promise.all(this.#folders.map((folder) => this.#projectOf(`${folder}/.failover`)));
  }

  async changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    const gone = new Set(removed.map(withoutSlash));
    this.#folders = [...new Set([...this.#folders.filter((one) => !gone.has(one)), ...added.map(withoutSlash)])];
    this.#forgetProjects();
    await this.openFolders();
  }

  set(settings: EditorSettings): void {
    this.settings = settings;
    for (const project of this.#projects.values()) project.editorRules = settings.rules;
  }

  // Documents

  open(uri: string, text: string, version: number): void {
    this.#open.set(uri, new Document(uri, text, version, this.#options.encoding));
    this.#edited(uri);
  }

  /** @returns false for a document that is not open, which a client must not change */
  change(uri: string, changes: readonly ContentChange[], version: number): boolean {
    const document = this.#open.get(uri);
    if (document === undefined) return false;
    this.#open.set(uri, document.changed(changes, version));
    this.#edited(uri);
    return true;
  }

  /** What counts from now on is the file. */
  async close(uri: string): Promise<void> {
    this.#open.delete(uri);
    await this.touched([uri]);
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** Files were written, made or taken away by somebody else. */
  async touched(uris: readonly string[]): Promise<void> {
    if (uris.some(isProjectFile)) this.#roots.clear();
    for (const project of this.projects) {
      for (const uri of uris) if (uri.startsWith(`${project.root}/`)) await project.touched(uri);
    }
  }

  #edited(uri: string): void {
    for (const project of this.#projects.values()) project.edited(uri);
  }

  // Questions

  /** The file and its project as they are now. Nothing for a document that nobody can read. */
  async snapshot(uri: string): Promise<Snapshot | undefined> {
    const project = await this.#projectOf(uri);
    const program = await project.ready();
    const parsed = program.parsed(uri);
    if (parsed === undefined) return undefined;
    const { settings, projects } = this;
    const document = project.document(uri);
    return { uri, document, parsed, program, project, settings, client: this.#options.client, projects };
  }

  /** The project that a file belongs to, read. */
  async projectOf(uri: string): Promise<Project> {
    const project = await this.#projectOf(uri);
    await project.ready();
    return project;
  }

  async #projectOf(uri: string): Promise<Project> {
    let root = this.#roots.get(uri);
    if (root === undefined) {
      root = this.#files.rootOf(uri, this.#folders);
      this.#roots.set(uri, root);
    }
    const found = withoutSlash(await root);
    let project = this.#projects.get(found);
    if (project === undefined) {
      project = new Project(found, this.#files, this.#open, this.#options.encoding);
      project.editorRules = this.settings.rules;
      this.#projects.set(found, project);
    }
    if (this.#open.has(uri)) project.adopt(uri);
    return project;
  }

  #forgetProjects(): void {
    this.#projects.clear();
    this.#roots.clear();
  }
}

export function isProjectFile(uri: string): boolean {
  return uri.endsWith('/failover.json');
}

function withoutSlash(uri: string): string {
  return uri.replace(/\/+$/, '');
}
