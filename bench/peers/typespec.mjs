// TypeSpec's parser, written by hand by people who write parsers for a living, on a text of its own language.
import { parse as parseTypeSpec } from '@typespec/compiler/ast';

/** So many bytes of models and operations as an interface with messages has them. */
export function bytesOfTypeSpec(bytes) {
  const parts = ['import "@typespec/http";\nusing Http;\n'];
  for (let size = 0, index = 0; size < bytes; index++) {
    const part = `
/** Order ${index} has left. */
@route("/orders/${index}")
model Shipped${index} {
  @maxLength(20) name: string;
  @minLength(4) @maxLength(10) order: string;
  message: "Hello, your order has left.";
  url: "https://acme.com/t/${index}";
  ttl?: int32 = ${(index % 900) + 30};
  statuses: ("failed" | "undelivered")[];
}

op send${index}(@path to: string, @body body: Shipped${index}): { @statusCode code: 200; trackingId: string };
`;
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
}

export function parse(text) {
  const { parseDiagnostics } = parseTypeSpec(text);
  if (parseDiagnostics.length > 0)
    throw new Error(`TypeSpec does not understand the text: ${parseDiagnostics[0].message}`);
}
