import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { replaceWith } from '../../names/fixes.js';
import { clauseOf } from '../../names/model.js';
import { fileTypes, limits } from '../../routee/limits.js';
import { fileEnding } from '../../routee/values.js';
import type { WordNode } from '../../syntax/tree.js';
import type { StepRule } from '../rule.js';
import { checkLength, isEmpty } from '../texts.js';

/** A file has a name, of at most 25 characters, and a type that Viber takes. */
export const viberFile: StepRule = (step, flow, report) => {
  const file = clauseOf(step, 'file');
  const name = file?.name && flow.texts.get(file.name);
  if (file === undefined || name === undefined) return;
  const inSmallLetters = (type: WordNode) => {
    const small = type.text.toLowerCase();
    return fileTypes.includes(small) ? [replaceWith(flow.uri, type, small)] : [];
  };
  const what = 'The name of the file';
  const { max } = limits.viber.fileName;
  if (isEmpty(name)) {
    report(endpoint.fileNameLength, name, { what, length: 0, max, worst: false });
    return;
  }
  checkLength(report, endpoint.fileNameLength, name, what, max);
  if (file.type !== undefined) {
    if (!fileTypes.includes(file.type.text))
      report(
        endpoint.fileType,
        file.type,
        { type: file.type.text, types: fileTypes },
        { fixes: inSmallLetters(file.type) },
      );
    return;
  }
  if (!name.known) return;
  const last = name.pieces.at(-1);
  // A name that ends in a parameter does not say its type here.
  const type = typeof last === 'string' ? fileEnding(last) : undefined;
  if (type === undefined || !fileTypes.includes(type))
    report(endpoint.fileType, name, { type: type ?? '', types: fileTypes });
};
