/** What can be seen of a file and of a program, to compare one after an edit with a new one. */
import type { Program } from '../src/program.js';
import type { ParsedFile } from '../src/syntax/parse.js';

/** A file as it is compared: all but what is computed when it is asked for. */
export function contentOf({ text, tokens, comments, tree, diagnostics }: ParsedFile) {
  const words = [...tokens].map(({ image, startOffset, endOffset, tokenType }) => [
    image,
    startOffset,
    endOffset,
    tokenType.name,
  ]);
  return { text, words, comments, tree, diagnostics };
}

/** All that a client can see of a program. */
export function seen(program: Program) {
  return program.uris.map((uri) => ({
    uri,
    diagnostics: program.diagnostics(uri),
    references: program
      .model(uri)
      ?.references.map(({ offset, length, implicit, symbol }) => [
        offset,
        length,
        implicit,
        symbol.kind,
        symbol.name,
        symbol.uri,
        symbol.offset,
      ]),
    flows: program.flows(uri).map((flow) => ({
      offset: flow.node.offset,
      bundle: program.bundle(flow),
      texts: [...flow.texts.values()].map(({ offset, length }) => [offset, length]),
    })),
  }));
}
