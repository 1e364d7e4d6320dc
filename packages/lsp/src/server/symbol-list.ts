import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';

/** The outline for a client that knows no tree. */
export function symbolList(
  symbols: readonly DocumentSymbol[],
  uri: string,
  containerName?: string,
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...symbolList(children, uri, name),
  ]);
}
