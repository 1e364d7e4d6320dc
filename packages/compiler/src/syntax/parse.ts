import type { Definition } from '../diagnostics/define.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { syntax } from '../diagnostics/fo1-syntax.js';
import { LineIndex } from '../text/lines.js';
import { contains, endOf, type Span } from '../text/span.js';
import { type Lexed, type LexicalFault, lex } from './lexer.js';
import { FailoverParser } from './parser.js';
import type { LocalExtras } from './parser-base.js';
import type { TokenList } from './token-list.js';
import type { Comment } from './tokens.js';
import type { FileTree } from './tree.js';

/** A file as text, tokens and tree. Any text gives one. */
export class ParsedFile {
  readonly uri: string;
  readonly text: string;
  readonly tokens: TokenList;
  readonly comments: readonly Comment[];
  readonly tree: FileTree;
  /** Faults of words and grammar, in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  #lines: LineIndex | undefined;

  constructor({ uri, text, tokens, comments, tree, diagnostics }: Omit<ParsedFile, 'lines'>) {
    this.uri = uri;
    this.text = text;
    this.tokens = tokens;
    this.comments = comments;
    this.tree = tree;
    this.diagnostics = diagnostics;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }
}

/** One parser for the life of the process: making one costs as much as parsing a large file. */
let parser: FailoverParser | undefined;
/** For a text that the plain parser gives up on, of which we know none. */
let recovering: FailoverParser | undefined;

/**
 * Reads any text into a tree. Never throws: what is wrong with the text stands in `diagnostics`.
 * @param lexed the tokens of this text, where somebody has them already
 */
export function parse(uri: string, text: string, lexed: Lexed = lex(text)): ParsedFile {
  const diagnostics: Diagnostic[] = [];
  const { tokens, comments, faults } = lexed;
  const report = <Params>(definition: Definition<Params>, span: Span, params: Params, extras?: LocalExtras) => {
    diagnostics.push(localDiagnostic(uri, definition, span, params, extras));
  };
  parser ??= new FailoverParser();
  const strange = faults.filter((fault) => fault.kind === 'character');
  let read = parser.parse(text, tokens, strange, report);
  if (!read.isUnderstood) {
    diagnostics.length = 0;
    recovering ??= new FailoverParser('recovering');
    read = recovering.parse(text, lex(text).tokens, strange, report);
  }
  const { tree, skipped } = read;
  for (const fault of withoutSkipped(faults, skipped)) reportLexicalFault(text, fault, report);
  diagnostics.sort((a, b) => a.offset - b.offset);
  return new ParsedFile({ uri, text, tokens, comments, tree, diagnostics });
}

function localDiagnostic<Params>(
  uri: string,
  definition: Definition<Params>,
  span: Span,
  params: Params,
  extras?: LocalExtras,
): Diagnostic {
  return {
    uri,
    offset: span.offset,
    length: span.length,
    code: definition.code,
    severity: definition.severity,
    message: definition.message(params),
    why: definition.why,
    help: extras?.help,
    related: (extras?.related ?? []).map((place) => ({ ...place, uri })),
    fixes: (extras?.fixes ?? []).map(({ title, edits }) => ({
      title,
      edits: edits.map(({ offset, length, text }) => ({ uri, offset, length, text })),
    })),
    tags: [],
  };
}

const partOfOthers: readonly LexicalFault['kind'][] = [
  'character',
  'unclosed-text',
  'text-over-lines',
  'foreign-quotes',
];

/** What was passed over is part of the fault before it. Both lists are in the order of the text. */
function withoutSkipped(faults: readonly LexicalFault[], skipped: readonly Span[]): LexicalFault[] {
  let index = 0;
  return faults.filter((fault) => {
    if (!partOfOthers.includes(fault.kind)) return true;
    let span = skipped[index];
    while (span !== undefined && endOf(span) <= fault.offset) span = skipped[++index];
    return span === undefined || !contains(span, fault);
  });
}

type Report = <Params>(definition: Definition<Params>, span: Span, params: Params, extras?: LocalExtras) => void;

function reportLexicalFault(text: string, fault: LexicalFault, report: Report): void {
  const source = text.slice(fault.offset, endOf(fault));
  const first: Span = { offset: fault.offset, length: 1 };
  switch (fault.kind) {
    case 'character':
      report(
        syntax.unexpectedCharacter,
        fault,
        { character: nameCharacters(source) },
        { help: characterHelp(source), fixes: [{ title: 'Remove it', edits: [{ ...fault, text: '' }] }] },
      );
      break;
    case 'unclosed-text': {
      const closing = /[”“’»]\s*$/.exec(source);
      const end = endOf(fault);
      const fix =
        closing === null
          ? { title: 'Close the text at the end of the line', edits: [{ offset: end, length: 0, text: '"' }] }
          : {
              title: 'Write a straight quote',
              edits: [{ offset: fault.offset + closing.index, length: 1, text: '"' }],
            };
      report(syntax.unclosedText, first, undefined, { fixes: [fix] });
      break;
    }
    case 'text-over-lines': {
      const edits = [first, { offset: endOf(fault) - 1, length: 1 }].map((quote) => ({ ...quote, text: '"""' }));
      report(syntax.unclosedText, first, undefined, { fixes: [{ title: 'Write `"""`', edits }] });
      break;
    }
    case 'unclosed-long-text':
      report(syntax.unclosedLongText, { offset: fault.offset, length: 3 }, undefined, {
        fixes: [{ title: 'Close the text', edits: [{ offset: endOf(fault), length: 0, text: '\n"""' }] }],
      });
      break;
    case 'foreign-quotes': {
      const inner = source.slice(1, -1);
      report(
        syntax.foreignQuotes,
        first,
        { quote: source.startsWith('`') ? 'backticks' : `\`${source.charAt(0)}\`` },
        {
          fixes: [{ title: 'Write straight quotes', edits: [{ ...fault, text: `"${inner.replaceAll('"', '\\"')}"` }] }],
        },
      );
      break;
    }
    case 'arrow':
      report(
        syntax.misspeltKeyword,
        fault,
        { word: source, keyword: 'then' },
        { fixes: [{ title: 'Write `then`', edits: [{ ...fault, text: 'then' }] }] },
      );
      break;
    case 'foreign-comment':
    case 'unclosed-comment': {
      const mark = source.startsWith('#') ? '#' : '/*';
      report(
        syntax.foreignComment,
        { offset: fault.offset, length: mark.length },
        { mark },
        { fixes: [{ title: 'Write `//`', edits: [{ ...fault, text: asComment(source, mark) }] }] },
      );
      break;
    }
  }
}

function asComment(source: string, mark: string): string {
  const inner = mark === '#' ? source.slice(1) : source.slice(2).replace(/\*\/$/, '');
  return inner
    .split(/\r?\n/)
    .map((line) => `// ${line.trim().replace(/^\* ?/, '')}`.trimEnd())
    .join('\n');
}

/** Characters that cannot be seen are named by their number. */
function nameCharacters(source: string): string {
  const shown = [...source].slice(0, 12).map((character) => {
    const code = character.codePointAt(0) ?? 0;
    const visible = !/[\p{C}\p{Z}]/u.test(character);
    return visible ? character : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  });
  const more = [...source.slice(0, 100)].length > 12 ? '…' : '';
  return shown.every((text) => text.length <= 2) ? `\`${shown.join('')}${more}\`` : shown.join(' ') + more;
}

function characterHelp(source: string): string | undefined {
  if (source.startsWith(';')) return 'Nothing separates one clause or declaration from the next: leave it out.';
  if (/^[\u00a0\u2000-\u200b\u202f\u3000\ufeff]/.test(source))
    return 'It looks like a space and is none: write a space.';
  if (/^[-=]*>/.test(source)) return 'Steps are joined with `then`.';
  if (/^[“”„«»‘’']/.test(source)) return 'A text stands in straight double quotes.';
  return undefined;
}
