import { describe, expect, it } from 'vitest';
import { textOf } from '../src/read-text.js';

function reason(bytes: readonly number[] | Buffer): string | undefined {
  const read = textOf(Buffer.from(bytes));
  return 'reason' in read ? read.reason : undefined;
}

describe('textOf', () => {
  it('keeps the byte order mark and every line break', () => {
    expect(textOf(Buffer.from('\ufeffa\r\nb'))).toEqual({ text: '\ufeffa\r\nb' });
  });

  it('finds the first byte that is not UTF-8', () => {
    const good = Buffer.from('λ😀\n'.repeat(1000));
    const broken = {
      'a lone continuation': [0x80],
      'an overlong form': [0xc0, 0xaf],
      'a surrogate': [0xed, 0xa0, 0x80],
      'beyond Unicode': [0xf4, 0x90, 0x80, 0x80],
      'cut off': [0xf0, 0x9f, 0x98],
      'followed by ASCII': [0xe2, 0x82, 0x41],
    };
    for (const [name, bytes] of Object.entries(broken)) {
      const hex = (bytes[0] ?? 0).toString(16).toUpperCase();
      const expected = `it is not UTF-8: line 1001 has the byte 0x${hex} (offset ${good.length})`;
      expect([name, reason(Buffer.concat([good, Buffer.from(bytes), good]))]).toEqual([name, expected]);
      expect([name, reason(Buffer.concat([good, Buffer.from(bytes)]))]).toEqual([name, expected]);
    }
  });
});
