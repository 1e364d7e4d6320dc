import { describeType, documentationOf, type SignatureParameter, signatureAt, typeText } from '@failover/compiler';
import { type MarkupContent, MarkupKind, type SignatureHelp } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/snapshot.js';
import { Prose } from './hover/prose.js';

/** The parameters of the template whose arguments are being written. */
export function signatureHelp(snapshot: Snapshot, offset: number): SignatureHelp | undefined {
  const { program, uri } = snapshot;
  const signature = signatureAt(program, uri, offset);
  if (signature === undefined) return undefined;
  const { template, parameters, active } = signature;
  let label = `${signature.name}(`;
  const information = parameters.map((parameter, index) => {
    if (index > 0) label += ', ';
    const start = label.length;
    label += parameterLabel(parameter, snapshot);
    const documentation = parameterDocumentation(parameter, snapshot);
    return { label: [start, label.length] as [number, number], ...(documentation && { documentation }) };
  });
  const title = 'kind' in template ? written(documentationOf(program, template), snapshot) : template.title;
  return {
    signatures: [
      {
        label: `${label})`,
        parameters: information,
        ...(title !== undefined && { documentation: markup(title, snapshot) }),
      },
    ],
    activeSignature: 0,
    // Behind the last one no parameter is highlighted.
    activeParameter: active ?? parameters.length,
  };
}

function parameterLabel({ name, symbol }: SignatureParameter, { program }: Snapshot): string {
  if (symbol?.type === undefined) return name;
  const usual = symbol.node.default;
  const source = usual && program.parsed(symbol.uri)?.text.slice(usual.offset, usual.offset + usual.length);
  return `${name}: ${typeText(symbol.type)}${source === undefined ? '' : ` = ${source}`}`;
}

function parameterDocumentation({ symbol }: SignatureParameter, snapshot: Snapshot): MarkupContent | undefined {
  if (symbol === undefined) return undefined;
  const type = symbol.type && describeType(symbol.type);
  const documentation = written(documentationOf(snapshot.program, symbol), snapshot);
  const lines = [documentation, type && `${type.charAt(0).toUpperCase()}${type.slice(1)}.`].filter(
    (line) => line !== undefined,
  );
  return lines.length === 0 ? undefined : markup(lines.join('\n\n'), snapshot);
}

/** What an author wrote, which is no Markdown. */
function written(documentation: string | undefined, { client }: Snapshot): string | undefined {
  return documentation === undefined ? undefined : new Prose(client.markdown).user(documentation);
}

function markup(text: string, { client }: Snapshot): MarkupContent {
  if (client.markdown) return { kind: MarkupKind.Markdown, value: text };
  return { kind: MarkupKind.PlainText, value: text.replaceAll('`', '') };
}
