import measure from 'string-width';
import type { TextStyle } from '../explain/render-text.js';
import { stdoutColours } from './colours.js';
import { stdout } from './streams.js';

/** Longer lines are hard to read, however wide the terminal is. */
const mostColumns = 100;

/** How standard output shows text that is read from its start to its end. */
export function stdoutStyle(): TextStyle {
  const { isTTY, columns } = stdout.stream;
  return { colours: stdoutColours(), columns: isTTY ? Math.min(columns, mostColumns) : mostColumns, measure };
}
