import { type ContentChange, Document, type PositionEncoding } from './document.js';
import { defaultSettings, type EditorSettings } from './editor-settings.js';
import type { FileSystem } from './file-system.js';
import { Project, type ProjectFiles } from './project.js';
import type { ClientFeatures, Snapshot } from './snapshot.js';
import { isInFolder, isProjectFile } from './uris.js';

export interface WorkspaceOptions {
  readonly folders: readonly string[];
  readonly encoding: PositionEncoding;
  readonly client: ClientFeatures;
}

/** What is open in the editor, and the projects around it. URIs are canonical, see `uris.ts`. */
export class Workspace {
  settings: EditorSettings = defaultSettings;
  readonly #files: FileSystem;
  readonly #options: WorkspaceOptions;
  readonly #open = new Map<string, Document>();
  readonly #projects = new Map<string, Project>();
  /** The root of each file that was asked for. */
  readonly #roots = new Map<string, Promise<string>>();
  /** What is open and no project has taken in yet. */
  readonly #unplaced = new Set<string>();
  /** The projects that stay when nothing of them is open. */
  readonly #folderRoots = new Set<string>();
  #folders: readonly string[];
  #foldersOpened: Promise<void> | undefined;

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

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(withoutSlash));
    this.#folders = [...new Set([...this.#folders.filter((one) => !gone.has(one)), ...added.map(withoutSlash)])];
    this.forgetFiles();
  }

  set(settings: EditorSettings): void {
    this.settings = settings;
    for (const project of this.#projects.values()) project.editorRules = settings.rules;
  }

  // Documents

  open(uri: string, text: string, version: number): void {
    this.#open.set(uri, new Document(uri, text, version, this.#options.encoding));
    this.#unplaced.add(uri);
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
  close(uri: string): void {
    if (!this.#open.delete(uri)) return;
    this.#unplaced.delete(uri);
    this.#roots.delete(uri);
    for (const project of this.projects) {
      project.closed(uri);
      if (!this.#folderRoots.has(project.root) && !project.hasOpen) this.#projects.delete(project.root);
    }
  }

  document(uri: string): Document | undefined {
    return this.#open.get(uri);
  }

  /** Files were written by somebody else. */
  touched(uris: readonly string[]): void {
    for (const [project, uri] of this.#eachIn(uris)) project.touched(uri);
  }

  /** Files were made or taken away by somebody else, and with failover.json the borders of projects. */
  appeared(uris: readonly string[]): void {
    if (uris.some(isProjectFile)) this.forgetFiles();
    else for (const [project, uri] of this.#eachIn(uris)) project.appeared(uri);
  }

  /** Anything may have happened to files that are not open. */
  forgetFiles(): void {
    this.#projects.clear();
    this.#folderRoots.clear();
    this.#roots.clear();
    this.#folders = [...this.#folders];
    this.#foldersOpened = undefined;
    for (const uri of this.#open.keys()) this.#unplaced.add(uri);
  }

  #eachIn(uris: readonly string[]): [Project, string][] {
    return this.projects.flatMap((project) =>
      uris.filter((uri) => isInFolder(project.root, uri)).map((uri): [Project, string] => [project, uri]),
    );
  }

  #edited(uri: string): void {
    for (const project of this.#projects.values()) project.edited(uri);
  }

  // Questions

  /** Every project of the folders and of what is open, read. */
  async ready(): Promise<readonly Project[]> {
    await this.#openFolders();
    await this.#placeOpen();
    await Promise.all(this.projects.map((project) => project.ready()));
    return this.projects;
  }

  /** The file and its project as they are now. Nothing for a document that nobody can read. */
  async snapshot(uri: string): Promise<Snapshot | undefined> {
    if (isProjectFile(uri)) return undefined;
    const project = await this.projectOf(uri);
    const { program } = project;
    const parsed = program.parsed(uri);
    if (parsed === undefined) return undefined;
    const { settings, projects } = this;
    const document = project.document(uri);
    return { uri, document, parsed, program, project, settings, client: this.#options.client, projects };
  }

  /** The project that a file belongs to, read: what it says of the file may lie in any other that is open. */
  async projectOf(uri: string): Promise<Project> {
    if (this.#unplaced.size > 0) await this.#placeOpen();
    const project = await this.#projectOf(uri);
    await project.ready();
    return project;
  }

  async #projectOf(uri: string): Promise<Project> {
    let root = this.#roots.get(uri);
    if (root === undefined) {
      root = this.#files.rootOf(uri, this.#folders).then(withoutSlash);
      this.#roots.set(uri, root);
    }
    const project = this.#projectAt(await root);
    if (this.#open.has(uri)) project.adopt(uri);
    // Borders of projects may have moved while the root was looked for.
    if (this.#roots.get(uri) === root) this.#unplaced.delete(uri);
    return project;
  }

  async #placeOpen(): Promise<void> {
    await Promise.all([...this.#unplaced].map((uri) => this.#projectOf(uri)));
  }

  #projectAt(root: string): Project {
    let project = this.#projects.get(root);
    if (project === undefined) {
      const files: ProjectFiles = {
        read: (uri) => this.#files.read(uri, root),
        find: (include) => this.#files.find(root, include, this.#folders),
      };
      project = new Project(root, files, this.#open, this.#options.encoding);
      project.editorRules = this.settings.rules;
      this.#projects.set(root, project);
    }
    return project;
  }

  #openFolders(): Promise<void> {
    if (this.#foldersOpened === undefined) {
      const folders = this.#folders;
      this.#foldersOpened = Promise.all(folders.map((folder) => this.#files.rootsIn(folder))).then((roots) => {
        if (folders !== this.#folders) return;
        for (const root of roots.flat().map(withoutSlash)) {
          this.#folderRoots.add(root);
          this.#projectAt(root);
        }
      });
    }
    return this.#foldersOpened;
  }
}

function withoutSlash(uri: string): string {
  return uri.replace(/\/+$/, '');
}
