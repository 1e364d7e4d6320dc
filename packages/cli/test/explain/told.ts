import { stripVTControlCharacters } from 'node:util';
import { Program } from '@failover/compiler';
import { type Story, storyOf } from '@failover/compiler/story';
import pc from 'picocolors';
import { mermaid } from '../../src/explain/mermaid.js';
import { renderMarkdown } from '../../src/explain/render-markdown.js';
import { renderText } from '../../src/explain/render-text.js';
import { tellFlow } from '../../src/explain/tell-flow.js';

const uri = 'file:///project/main.failover';
const acme = 'sender acme { viber "0094d198-4dd2-4fb5-b451-d46aca191b27" sms "ACME" voice "302101234567" }';

/** The story of the only flow of a source, in which the sender `acme` is declared. */
export function storyIn(source: string): Story {
  const text = `${acme}\n${source}`;
  const program = new Program({ read: (of) => (of === uri ? { text } : { problem: 'missing' }) }, [uri]);
  const [flow] = program.flows(uri);
  if (flow === undefined) throw new Error('There is no flow');
  return storyOf(program, flow);
}

/** A story in which a text stands wherever `PLACE` does. */
export function storyWith(source: string, text: string): Story {
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll('PLACE', () => text);
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one)]));
  };
  return fill(storyIn(source)) as Story;
}

/** Every place in which an author's text can stand. */
export const everywhere = `
template PLACE(p: text(..5)) "PLACE" { lang en "PLACE {p} PLACE" }
/// PLACE
flow PLACE(
  to: phone,
  /// PLACE
  p: text(..5) = "PLACE",
) {
  callback "PLACE"
  viber template PLACE lang en inbound "PLACE" from "PLACE"
  /// PLACE
  then viber "PLACE" image "PLACE" button "PLACE" "PLACE" label "PLACE" to "PLACE"
  then viber file "PLACE" as "PLACE.pdf"
  then viber video "PLACE" thumbnail "PLACE" size 1MB duration 1s
  then sms "PLACE {p} PLACE" label "PLACE"
  then voice { say "PLACE" lang en-US play "PLACE" } machine continue "PLACE" to sip "PLACE"
}`;

export function textOf(story: Story, columns = 100, coloured = false): string {
  return renderText(tellFlow(story, 'main.failover'), {
    colours: pc.createColors(coloured),
    columns,
    measure: (text) => stripVTControlCharacters(text).length,
  });
}

export function markdownOf(story: Story): string {
  return renderMarkdown(tellFlow(story, 'main.failover'), mermaid([story]));
}
