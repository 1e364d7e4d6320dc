import type { AnySymbol, OutlineItem } from '@failover/compiler';
import { SymbolKind } from 'vscode-languageserver-types';

/** What an editor shows beside a name: its icons are made for programs, these are the nearest. */
export const symbolKinds: Readonly<Record<OutlineItem['kind'] | AnySymbol['kind'], SymbolKind>> = {
  let: SymbolKind.Constant,
  sender: SymbolKind.Object,
  'sender-id': SymbolKind.Field,
  template: SymbolKind.Class,
  'template-parameter': SymbolKind.Property,
  language: SymbolKind.EnumMember,
  flow: SymbolKind.Function,
  step: SymbolKind.Event,
  parameter: SymbolKind.Variable,
};
