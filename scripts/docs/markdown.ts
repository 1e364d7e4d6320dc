/** Pieces of Markdown. */

export function table(head: readonly string[], rows: readonly (readonly (string | undefined)[])[]): string {
  // A column in which nothing stands says nothing.
  const used = head.map((_, index) => rows.some((row) => (row[index] ?? '') !== ''));
  const line = (cells: readonly (string | undefined)[]) =>
    `| ${cells
      .filter((_, index) => used[index])
      .map(cell)
      .join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(used.filter(Boolean).length)}`, ...rows.map(line)].join('\n');
}

function cell(text: string | undefined): string {
  return (text ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ');
}

export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.replace(/\n+$/, '')}\n\`\`\``;
}

export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** Plain text, in which nothing but code between backticks is Markdown. */
export function plain(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((piece) => (piece.startsWith('`') ? piece : piece.replace(/[<>*_[\]\\]/g, '\\$&')))
    .join('');
}
