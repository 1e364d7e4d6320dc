import {
  type About,
  type Candidate,
  type Description,
  describeType,
  describeWord,
  documentationOf as documentationOfSymbol,
  insertedText,
  pageOf,
  type TemplateSymbol,
} from '@failover/compiler';
import { type MarkupContent, MarkupKind } from 'vscode-languageserver-types';
import type { ClientFeatures, Snapshot } from '../../workspace/snapshot.js';
import { Prose } from '../hover/prose.js';
import type { Subject } from './later.js';

/** What an item tells about itself: its use, field, unit, limits and default, or what its author wrote about it. */
export function documentationFor(
  candidate: Candidate,
  { program, client }: Pick<Snapshot, 'program' | 'client'>,
): MarkupContent | undefined {
  return documentationOf(linesOf(candidate, program, new Prose(client.markdown)), client);
}

/** What the language says about a subject. @param label that of the item */
export function subjectDocumentation(
  subject: Subject,
  label: string,
  client: ClientFeatures,
): MarkupContent | undefined {
  return documentationOf(subjectLines(subject, label), client);
}

/** @param inserted what an item inserts, as it first stands */
export function snippetDocumentation(inserted: string, client: ClientFeatures): MarkupContent | undefined {
  return documentationOf([new Prose(client.markdown).fenced('failover', inserted)], client);
}

function documentationOf(lines: readonly string[], { markdown }: ClientFeatures): MarkupContent | undefined {
  if (lines.length === 0) return undefined;
  const value = lines.join('\n\n');
  if (markdown) return { kind: MarkupKind.Markdown, value };
  return { kind: MarkupKind.PlainText, value: plain(value) };
}

function linesOf(candidate: Candidate, program: Snapshot['program'], prose: Prose): string[] {
  const { about, kind, insert, label } = candidate;
  const snippet = kind === 'snippet' ? [prose.fenced('failover', insertedText(insert))] : [];
  if (about === undefined) return snippet;
  switch (about.kind) {
    case 'symbol':
      return [...snippet, ...symbolLines(about.symbol, program, prose)];
    case 'wording':
      return [prose.user(about.text)];
    default:
      return subjectLines(about, label);
  }
}

function symbolLines(
  symbol: Extract<About, { kind: 'symbol' }>['symbol'],
  program: Snapshot['program'],
  prose: Prose,
): string[] {
  const written = documentationOfSymbol(program, symbol);
  const type = symbol.kind === 'parameter' || symbol.kind === 'template-parameter' ? symbol.type : undefined;
  const wordings = symbol.kind === 'template' ? wordingsOf(symbol, program) : [];
  return [
    ...(written ? [prose.user(written)] : []),
    ...(type ? [sentence(describeType(type))] : []),
    ...wordingLines(wordings, prose),
  ];
}

function wordingsOf({ uri, langs }: TemplateSymbol, program: Snapshot['program']): { lang: string; source: string }[] {
  return [...langs.values()].flatMap(({ lang, text }) => {
    if (lang === undefined || text === undefined) return [];
    const source = program.parsed(uri)?.text.slice(text.offset, text.offset + text.length);
    return source === undefined ? [] : [{ lang: lang.text, source }];
  });
}

function subjectLines(subject: Subject, label: string): string[] {
  switch (subject.kind) {
    case 'word': {
      const description = describeWord(subject.word, subject.place);
      return description === undefined ? [] : wordLines(description, label.startsWith('no '));
    }
    case 'known-template': {
      const { title, parameters, id } = subject.template;
      const names = parameters.map((name) => `\`${name}\``).join(', ');
      return [`Routee's predefined one-time password template “${title}”.`, `Parameters: ${names}`, `Id: \`${id}\``];
    }
    case 'code': {
      const { code, title, why, severity } = subject.definition;
      return [`**${title}** (${severity})`, why, `[${code}](${pageOf(code)})`];
    }
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
