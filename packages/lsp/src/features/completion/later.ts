import { type About, type Candidate, catalog, knownTemplate, type WordPlace } from '@failover/compiler';

/**
 * What an item is about, where the language itself can tell and not the document, which may have changed by the time that
 * somebody looks at the item, or be closed.
 */
export type Subject = Extract<About, { kind: 'word' | 'known-template' | 'code' }>;

/** What an item carries along to be documented later. Nothing for what its author has written: that is sent at once. */
export function laterData({ about, kind }: Candidate, isSnippet: boolean): object | undefined {
  switch (about?.kind) {
    case 'word':
      return { word: about.word, ...about.place };
    case 'known-template':
      return { template: about.template.id };
    case 'code':
      return { code: about.definition.code };
    case undefined:
      return kind === 'snippet' && isSnippet ? { snippet: true } : undefined;
    default:
      return undefined;
  }
}

/** @param data as a client sends it back, which may be anything */
export function subjectOf(data: unknown): Subject | undefined {
  const { word, as, on, of, template, code } = Object(data) as Readonly<Record<string, unknown>>;
  if (typeof word === 'string') {
    const isPlace = [as, on, of].every((one) => one === undefined || typeof one === 'string');
    return isPlace ? { kind: 'word', word, place: { as, on, of } as WordPlace } : undefined;
  }
  if (typeof template === 'string') {
    const known = knownTemplate(template);
    return known && { kind: 'known-template', template: known };
  }
  const definition = catalog.find((one) => one.code === code);
  return definition && { kind: 'code', definition };
}
