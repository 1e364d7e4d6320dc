import type { DrawnStep } from '@failover/language-server/protocol';
import { Html } from './html.js';

function glyph(content: string): Html {
  return new Html(
    `<svg class="glyph" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">${content}</svg>`,
  );
}

/** A bubble with a ring, a bubble with lines, a receiver. */
export const glyphs: Readonly<Record<DrawnStep['channel'], Html>> = {
  viber: glyph(
    '<path d="M12 3.5c5 0 8 2.2 8 7s-3 7-8 7l-4 3.5v-4c-2.6-1-4-3.2-4-6.5 0-4.8 3-7 8-7z"/><path d="M9.5 8.5c.3 2.8 2 4.5 4.8 4.8M12.5 8c1.4.1 2.3 1 2.4 2.4"/>',
  ),
  sms: glyph(
    '<path d="M5 4.5h14a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5h-7.5l-4.5 4v-4H5A1.5 1.5 0 0 1 3.5 15V6A1.5 1.5 0 0 1 5 4.5z"/><path d="M7.5 8.8h9M7.5 12.2h6"/>',
  ),
  voice: glyph(
    '<path d="M6.5 3.5h2.8l1.7 4.2-2.2 1.6c1 2.2 2.7 3.9 4.9 4.9l1.6-2.2 4.2 1.7v2.8a2 2 0 0 1-2.2 2A15.5 15.5 0 0 1 4.5 5.7a2 2 0 0 1 2-2.2z"/><path d="M15 4.5a5 5 0 0 1 4.5 4.5"/>',
  ),
};
