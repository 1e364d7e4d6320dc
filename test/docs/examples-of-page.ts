import { Marked } from 'marked';

/**
 * The examples of a page, in the order in which they stand. What a block is follows from what a reader sees:
 *
 * - the line before it ends with the name of a file, as in "Save this as `login.failover`:": the file
 * - `sh`: lines to type in the folder of those files; ` ```sh status=1 ` says with which status they end
 * - `failover`, without a name: a file of its own, beside the others. ` ```failover FO3012 ` has this to say about it
 * - `js` or `ts`: a program, together with the other such blocks of the page
 * - ` ```json output `, or any language: what the block before it prints, or writes to the file of this name; `…` stands for
 *   anything
 */
export interface Example {
  readonly language: string;
  /** The words after the language. */
  readonly notes: readonly string[];
  readonly text: string;
  /** The file that it is. */
  readonly file: string | undefined;
}

const marked = new Marked({ gfm: true });
const named = /`([\w./-]+\.\w+)`:$/;

export function examplesIn(markdown: string): Example[] {
  const examples: Example[] = [];
  let before = '';
  for (const token of marked.lexer(markdown)) {
    if (token.type === 'code' && token.codeBlockStyle !== 'indented') {
      const [language = '', ...notes] = (token.lang ?? '').split(' ').filter(Boolean);
      examples.push({ language, notes, text: `${token.text}\n`, file: named.exec(before)?.[1] });
      before = '';
    } else if (token.type !== 'space') {
      before = token.raw.trim();
    }
  }
  return examples;
}

export function isOutput({ notes }: Example): boolean {
  return notes.includes('output');
}

export function isProgram({ language, file }: Example): boolean {
  return (language === 'js' || language === 'ts') && file === undefined;
}

/** The status with which the lines of a block end. */
export function statusOf({ notes }: Example): number {
  return Number(notes.find((note) => note.startsWith('status='))?.slice('status='.length) ?? 0);
}

/** The codes of the diagnostics that a flow shows. */
export function codesOf({ notes }: Example): string[] {
  return notes.filter((note) => /^FO\d{4}$/.test(note)).sort();
}

/** Whether something printed is what a page shows. Shapes of JSON count, not their layout. */
export function shows({ language, text }: Example, printed: string): boolean {
  if (language !== 'json') return pattern(text.trim()).test(printed.trim());
  if (text.includes('…')) return pattern(text.replace(/\s+/g, '')).test(printed.replace(/\s+/g, ''));
  return JSON.stringify(JSON.parse(text)) === JSON.stringify(JSON.parse(printed));
}

function pattern(text: string): RegExp {
  const parts = text.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*?')}$`);
}
