import type { Fix } from '../../diagnostics/diagnostic.js';
import { lint } from '../../diagnostics/fo4-lint.js';
import type { AnySymbol } from '../../names/symbols.js';
import type { Span } from '../../text/span.js';
import type { FileRule } from '../rule.js';

/** Declarations of a file with flows that nothing in it uses. A file without flows is there for others to import. */
export const unusedDeclarations: FileRule = (file, report, { isImported }) => {
  if (isImported || file.flows.length === 0) return;
  const used = new Set<AnySymbol>(file.references.map(({ symbol }) => symbol));
  for (const symbol of [...file.lets, ...file.senders, ...file.templates]) {
    if (used.has(symbol)) continue;
    const fixes = [removal(file.uri, symbol.node, `Remove the ${symbol.kind}`)];
    report(lint.unusedDeclaration, symbol, { what: symbol.kind, name: symbol.name }, { fixes });
  }
};

export const unusedParameters: FileRule = (file, report) => {
  const used = new Set<AnySymbol>(file.references.map(({ symbol }) => symbol));
  for (const flow of file.flows) {
    for (const parameter of flow.listed ? flow.parameters : []) {
      if (!used.has(parameter)) report(lint.unusedParameter, parameter, { name: parameter.name });
    }
  }
};

export const unusedImports: FileRule = (file, report) => {
  const used = new Set(file.references.map(({ symbol }) => symbol.uri));
  const seen = new Set<string>();
  for (const { node, span, path, uri } of file.imports) {
    if (uri === undefined) continue;
    const isNeeded = used.has(uri) && !seen.has(uri);
    seen.add(uri);
    if (!isNeeded) report(lint.unusedImport, span, { path }, { fixes: [removal(file.uri, node, 'Remove the import')] });
  }
};

export const unusedSettings: FileRule = (file, report) => {
  for (const setting of file.settings) {
    if (file.usedSettings.has(setting)) continue;
    const fixes = [removal(file.uri, setting, `Remove \`${setting.kind}\``)];
    report(lint.unusedSetting, setting.keyword, { setting: setting.kind }, { fixes });
  }
};

export const parametersHideLets: FileRule = (file, report) => {
  for (const flow of file.flows) {
    for (const parameter of flow.listed ? flow.parameters : []) {
      if (file.scope.lets.has(parameter.name)) report(lint.parameterHidesLet, parameter, { name: parameter.name });
    }
  }
};

function removal(uri: string, { offset, length }: Span, title: string): Fix {
  return { title, edits: [{ uri, offset, length, text: '' }] };
}
