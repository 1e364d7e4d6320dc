/** The files of a project on disk, for the command and the language server. */

export { ending, glob, isGlob, isSkippedFolder, type OnUnreadable, search } from './find.js';
export { type FileText, readTextFile, reasonOf, textOf } from './read-text.js';
export { linksLeave, realFolder, realPath, repositoryAround, rootAround } from './root.js';
export { isInside, pathOf, uriOf } from './uri.js';
