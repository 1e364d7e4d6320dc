import type { Fix } from '../../diagnostics/diagnostic.js';
import { lint } from '../../diagnostics/fo4-lint.js';
import type { Report } from '../../diagnostics/reporter.js';
import type { Flow } from '../../names/model.js';
import type { ResolvedFlow } from '../../names/resolve.js';
import type { Scope } from '../../names/scope.js';
import type { AnySymbol } from '../../names/symbols.js';
import type { Span } from '../../text/span.js';
import type { UseRule } from '../rule.js';

/** Declarations of a file with flows that nothing in it uses. A file without flows is there for others to import. */
export const unusedDeclarations: UseRule = (file, { symbols, isImported }, report) => {
  if (isImported || file.declarations.flows.length === 0) return;
  for (const symbol of [...file.lets, ...file.senders, ...file.templates]) {
    if (symbols.has(symbol)) continue;
    const fixes = [removal(file.uri, symbol.node, `Remove the ${symbol.kind}`)];
    report(lint.unusedDeclaration, symbol, { what: symbol.kind, name: symbol.name }, { fixes });
  }
};

export const unusedImports: UseRule = (file, { symbols }, report) => {
  if (file.imports.length === 0) return;
  const used = new Set([...symbols].map(({ uri }) => uri));
  const seen = new Set<string>();
  for (const { node, span, path, uri } of file.imports) {
    if (uri === undefined) continue;
    const isNeeded = used.has(uri) && !seen.has(uri);
    seen.add(uri);
    if (!isNeeded) report(lint.unusedImport, span, { path }, { fixes: [removal(file.uri, node, 'Remove the import')] });
  }
};

export const unusedSettings: UseRule = (file, { settings }, report) => {
  for (const setting of file.settings) {
    if (settings.has(setting)) continue;
    const fixes = [removal(file.uri, setting, `Remove \`${setting.kind}\``)];
    report(lint.unusedSetting, setting.keyword, { setting: setting.kind }, { fixes });
  }
};

export function unusedParameters({ flow, references }: ResolvedFlow, report: Report): void {
  if (!flow.listed) return;
  const used = new Set<AnySymbol>(references.map(({ symbol }) => symbol));
  for (const parameter of flow.parameters) {
    if (!used.has(parameter)) report(lint.unusedParameter, parameter, { name: parameter.name });
  }
}

export function parametersHideLets(flow: Flow, scope: Scope, report: Report): void {
  for (const parameter of flow.listed ? flow.parameters : []) {
    if (scope.lets.has(parameter.name)) report(lint.parameterHidesLet, parameter, { name: parameter.name });
  }
}

function removal(uri: string, { offset, length }: Span, title: string): Fix {
  return { title, edits: [{ uri, offset, length, text: '' }] };
}
