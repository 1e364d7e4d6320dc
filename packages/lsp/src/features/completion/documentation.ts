import {
  type Candidate,
  type Description,
  describeType,
  describeWord,
  documentationOf,
  insertedText,
  pageOf,
} from '@failover/compiler';
import { type MarkupContent, MarkupKind } from 'vscode-languageserver-types';
import type { Snapshot } from '../../workspace/snapshot.js';
import { Prose } from '../hover/prose.js';

/** What an item tells about itself: its use, field, unit, limits and default, or what its author wrote about it. */
export function documentationFor(
  candidate: Candidate,
  { program, client }: Pick<Snapshot, 'program' | 'client'>,
): MarkupContent | undefined {
  const lines = linesOf(candidate, program, new Prose(client.markdown));
  if (lines.length === 0) return undefined;
  const value = lines.join('\n\n');
  if (client.markdown) return { kind: MarkupKind.Markdown, value };
  return { kind: MarkupKind.PlainText, value: plain(value) };
}

function linesOf(candidate: Candidate, program: Snapshot['program'], prose: Prose): string[] {
  const { about, kind, insert } = candidate;
  if (about === undefined) return kind === 'snippet' ? [prose.fenced('failover', insertedText(insert))] : [];
  switch (about.kind) {
    case 'word': {
      const description = describeWord(about.word, about.place);
      return description === undefined ? [] : wordLines(description, candidate.label.startsWith('no '));
    }
    case 'symbol': {
      const { symbol } = about;
      const written = documentationOf(program, symbol);
      const type = symbol.kind === 'parameter' || symbol.kind === 'template-parameter' ? symbol.type : undefined;
      const wordings =
        symbol.kind === 'template' ? wordingLines([...symbol.langs.values()].flatMap(sourceOfWording), prose) : [];
      const snippet = kind === 'snippet' ? [prose.fenced('failover', insertedText(insert))] : [];
      return [
        ...snippet,
        ...(written ? [prose.user(written)] : []),
        ...(type ? [sentence(describeType(type))] : []),
        ...wordings,
      ];
    }
    case 'known-template': {
      const { title, parameters, id } = about.template;
      const names = parameters.map((name) => `\`${name}\``).join(', ');
      return [`Routee's predefined one-time password template “${title}”.`, `Parameters: ${names}`, `Id: \`${id}\``];
    }
    case 'wording':
      return [prose.user(about.text)];
    case 'code': {
      const { code, title, why, severity } = about.definition;
      return [`**${title}** (${severity})`, why, `[${code}](${pageOf(code)})`];
    }
  }

  function sourceOfWording({
    lang,
    text,
  }: {
    lang?: { text: string } | undefined;
    text?: { offset: number; length: number } | undefined;
  }) {
    if (about?.kind !== 'symbol' || lang === undefined || text === undefined) return [];
    const source = program.parsed(about.symbol.uri)?.text.slice(text.offset, text.offset + text.length);
    return source === undefined ? [] : [{ lang: lang.text, source }];
  }
}

function wordingLines(wordings: readonly { lang: string; source: string }[], prose: Prose): string[] {
  const lines = wordings.map(({ lang, source }) => `- \`${lang}\` ${prose.user(source)}`);
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function wordLines(description: Description, isNegated: boolean): string[] {
  const { syntax, summary, field, unit, limits, default: usual } = description;
  const facts = [
    field && `Field: \`${field}\`${isNegated ? ', written as `false`' : ''}`,
    unit && `Unit: ${unit}`,
    limits && `Limits: ${limits}`,
    usual && `Default: ${usual}`,
  ].filter((fact) => fact !== undefined);
  const list = facts.map((fact) => `- ${fact}`).join('\n');
  return [codeBlock(isNegated ? `no ${description.word}` : syntax), summary, ...(list === '' ? [] : [list])];
}

function codeBlock(source: string): string {
  return `\`\`\`failover\n${source}\n\`\`\``;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Without the marks of Markdown. */
function plain(markdown: string): string {
  return markdown
    .replace(/^```\w*\n|\n```$/gm, '')
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1: $2')
    .replace(/\*\*|`/g, '');
}
