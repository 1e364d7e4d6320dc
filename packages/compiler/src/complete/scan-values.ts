import type { Reader } from './reader.js';
import type { Around, TextRole, ValueRole } from './slots.js';

/** A text between quotes. False where there is none. */
export function readText(reader: Reader, of: TextRole, around: Around): boolean {
  if (!reader.hasText) reader.need({ kind: 'text', of }, around);
  return reader.takeText() !== undefined;
}

/** A text or a hole. False where there is neither. */
export function readHoleOrText(reader: Reader, wanted: ValueRole, around: Around): boolean {
  if (!reader.hasText && reader.next?.image !== '{') reader.need({ kind: 'value', wanted }, around);
  return reader.takeText() !== undefined || readHole(reader, wanted, around);
}

export function readHole(reader: Reader, wanted: ValueRole, around: Around): boolean {
  if (!reader.takeMark('{')) return false;
  reader.need({ kind: 'hole', wanted }, around);
  reader.takeName();
  reader.takeMark('}');
  return true;
}
