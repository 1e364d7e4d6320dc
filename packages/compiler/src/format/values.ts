import { canonicalDuration, decimal, scanNumber } from '../syntax/numbers.js';
import type { DurationNode, HoleNode, IntegerNode, SizeNode, TextNode, WordNode } from '../syntax/tree.js';
import { writeText } from './text-literal.js';

/** Writes what stands for itself, wherever it stands. A part that is not there is left out. */
export class ValueWriter {
  constructor(readonly source: string) {}

  /** @param indent that of the line which the value stands on */
  value(node: TextNode | HoleNode | WordNode | IntegerNode | undefined, indent: number): string | undefined {
    switch (node?.kind) {
      case undefined:
        return undefined;
      case 'text':
        return writeText(node, indent);
      case 'hole':
        return `{${node.name?.text ?? ''}}`;
      case 'word':
        return node.text;
      case 'integer':
        return this.integer(node);
    }
  }

  /** From its digits, of which there may be more than a number holds. */
  integer(node: IntegerNode): string {
    const image = this.image(node);
    const digits = image.replace(/^-?0*/, '');
    if (digits === '') return '0';
    return image.startsWith('-') ? `-${digits}` : digits;
  }

  duration(node: DurationNode | undefined): string | undefined {
    if (node?.seconds === undefined) return undefined;
    if (node.seconds > Number.MAX_SAFE_INTEGER) return this.image(node);
    const text = canonicalDuration(node.seconds);
    const read = scanNumber(text);
    return read.kind === 'duration' && read.seconds === node.seconds ? text : this.image(node);
  }

  size(node: SizeNode | undefined): string | undefined {
    if (node?.megabytes === undefined) return undefined;
    const text = `${decimal(node.megabytes)}MB`;
    const read = scanNumber(text);
    return read.kind === 'size' && read.megabytes === node.megabytes ? text : this.image(node);
  }

  private image(node: { readonly offset: number; readonly length: number }): string {
    return this.source.slice(node.offset, node.offset + node.length);
  }
}

/** What is there of the parts of a line, with a space between each two. */
export function spaced(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

/** A keyword and what it introduces, unless that is not there. */
export function introduced(keyword: string, part: string | undefined): string | undefined {
  return part === undefined ? undefined : `${keyword} ${part}`;
}
