import type { AnySymbol } from '../../names/symbols.js';
import type { Program } from '../../program.js';
import type { Place } from '../../text/span.js';

/** A file as a person names it: from the root of the project. */
export function fileName({ root }: Program, uri: string): string {
  const path = root !== undefined && uri.startsWith(`${root}/`) ? uri.slice(root.length + 1) : uri;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

export function placeName(program: Program, { uri, offset }: Place): string {
  const line = program.parsed(uri)?.lines.positionAt(offset).line;
  return `${fileName(program, uri)}, line ${line}`;
}

export function describeSymbol(symbol: AnySymbol): string {
  switch (symbol.kind) {
    case 'parameter':
      return `the parameter \`${symbol.name}\` of the flow \`${symbol.flow}\``;
    case 'template-parameter':
      return `the parameter \`${symbol.name}\` of the template \`${symbol.template}\``;
    case 'language':
      return `the language \`${symbol.name}\` of the template \`${symbol.template}\``;
    default:
      return `the ${symbol.kind} \`${symbol.name}\``;
  }
}
