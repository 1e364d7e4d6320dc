import type { WordPlace } from '../describe/describe.js';
import { type Candidate, type Insert, stop } from './candidate.js';
import { sampleUrl } from './samples.js';

/** Words that only mean something where they stand, such as `primary` after `devices`. */
export function wordCandidates(words: readonly string[], of: string): Candidate[] {
  return words.map((name) => ({
    kind: 'keyword',
    label: name,
    insert: inserts[`${of} ${name}`] ?? [name],
    about: { kind: 'word', word: name, place: placeOf(of) },
    rank: 0,
  }));
}

const inserts: Readonly<Record<string, Insert>> = {
  'machine continue': ['continue "', stop(`${sampleUrl}/machine`), '"'],
  'file as': ['as "', stop('terms.pdf'), '"'],
  'video thumbnail': ['thumbnail "', stop(`${sampleUrl}/video.png`), '"'],
  'video size': ['size ', stop('12MB')],
  'video duration': ['duration ', stop('30s')],
  'shorten-links for': ['for ', stop('7d')],
  'callback on': ['on ', stop('step', ['step', 'completion'])],
  'declaration flow': ['flow '],
};

function placeOf(of: string): WordPlace {
  if (of === 'declaration') return { as: 'declaration' };
  if (of === 'callback on') return { as: 'value', of: 'callback' };
  return ['file', 'video', 'shorten-links', 'callback'].includes(of) ? { as: 'part' } : { as: 'value', of };
}
