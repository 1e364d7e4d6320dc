import type { Diagnostic } from '@failover/compiler';
import { importRequest as imported } from '@failover/compiler/import';
import type { ImportArguments, ImportedRequest } from '../protocol.js';
import { Document, type PositionEncoding } from '../workspace/document.js';

/** Only its diagnostics know of it: the text that is imported need not be a file. */
const uri = 'failover:request';

/** A request body, or a command that sends one, as a file of flows. */
export function importRequest({ text, name }: ImportArguments, encoding: PositionEncoding): ImportedRequest {
  const document = new Document(uri, text, undefined, encoding);
  const found = imported(text, { uri, name });
  const problems = found.diagnostics.map(({ severity, code, message, help, offset, length }: Diagnostic) => ({
    ...{ severity, code, message, range: document.rangeOf({ offset, length }) },
    ...(help === undefined ? {} : { help }),
  }));
  return { text: found.text ?? null, flows: found.flows, problems };
}
