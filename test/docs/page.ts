import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The pages of the diagnostics, taken apart. */

const pagesFolder = path.join(import.meta.dirname, '../../docs/diagnostics');

export interface Page {
  /** The name of the file, without its ending. */
  readonly name: string;
  /** The code and the title of the heading. */
  readonly code: string | undefined;
  readonly title: string | undefined;
  readonly text: string;
  /** What stands between the heading and the examples. */
  readonly prose: string;
  readonly wrong: readonly Block[];
  readonly right: readonly Block[];
}

/** A fenced block, with what the line before it says about it: `` `brand.failover` (saved as UTF-16): ``. */
export interface Block {
  readonly language: string;
  readonly text: string;
  readonly name: string | undefined;
  readonly encoding: string | undefined;
}

export function readPages(): Page[] {
  const files = readdirSync(pagesFolder).filter((file) => /^FO.*\.md$/.test(file));
  return files.sort().map((file) => readPage(path.basename(file, '.md')));
}

function readPage(name: string): Page {
  const text = readFileSync(path.join(pagesFolder, `${name}.md`), 'utf8');
  const [head = '', ...sections] = text.split(/^## /m);
  const heading = /^# (FO\d{4}): (.+)\n/.exec(head);
  const section = (title: string) => sections.filter((one) => one.startsWith(`${title}\n`)).flatMap(blocksIn);
  return {
    name,
    code: heading?.[1],
    title: heading?.[2],
    text,
    prose: head.slice(heading?.[0].length ?? 0).trim(),
    wrong: section('Wrong'),
    right: section('Right'),
  };
}

function blocksIn(section: string): Block[] {
  const fenced = /(?:^`([^`\n]+)`(?: \(saved as ([\w-]+)\))?:\n+)?^```(\w+)\n([\s\S]*?)^```$/gm;
  return [...section.matchAll(fenced)].map(([, name, encoding, language = '', text = '']) => ({
    language,
    text,
    name,
    encoding,
  }));
}
