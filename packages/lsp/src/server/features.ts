import { codeActions } from '../features/code-actions.js';
import { codeLenses, resolveCodeLens } from '../features/code-lenses.js';
import { bundle, curl, drawing, payload } from '../features/commands.js';
import { resolveCompletion } from '../features/completion/resolve.js';
import { completion } from '../features/completion.js';
import { definition } from '../features/definition.js';
import { diagnostics } from '../features/diagnostics.js';
import { documentLinks } from '../features/document-links.js';
import { documentSymbols } from '../features/document-symbols.js';
import { foldingRanges } from '../features/folding-ranges.js';
import { formatting, onTypeFormatting, rangeFormatting } from '../features/formatting.js';
import { highlights } from '../features/highlights.js';
import { hover } from '../features/hover.js';
import { importRequest } from '../features/import-request.js';
import { inlayHints } from '../features/inlay-hints.js';
import { moveFiles } from '../features/move-files.js';
import { references } from '../features/references.js';
import { prepareRename, rename } from '../features/rename.js';
import { selectionRanges } from '../features/selection-ranges.js';
import { semanticTokens } from '../features/semantic-tokens.js';
import { signatureHelp } from '../features/signature-help.js';
import { workspaceSymbols } from '../features/workspace-symbols.js';

/** Everything that the server can answer; a test puts another in the place of one. */
export const features = {
  ...{ bundle, codeActions, codeLenses, completion, curl, definition, diagnostics, documentLinks, documentSymbols },
  ...{
    drawing,
    foldingRanges,
    formatting,
    highlights,
    hover,
    importRequest,
    inlayHints,
    moveFiles,
    onTypeFormatting,
    payload,
  },
  ...{
    prepareRename,
    rangeFormatting,
    references,
    rename,
    resolveCodeLens,
    resolveCompletion,
    selectionRanges,
    semanticTokens,
    signatureHelp,
  },
  ...{ workspaceSymbols },
};

export type Features = typeof features;
