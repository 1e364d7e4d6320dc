import { lexer, type Token } from 'marked';
import { wrap } from '../output/cells.js';
import { highlight } from './highlight.js';
import type { TextStyle } from './render-text.js';

/** A page of the documentation for a terminal: wrapped, its code in colours. What it cannot lay out stands as it is. */
export function renderPage(markdown: string, style: TextStyle): string {
  const blocks = lexer(markdown).flatMap((token) => {
    const text = blockText(token, style);
    return text === undefined ? [] : [text];
  });
  return `${blocks.join('\n\n')}\n`;
}

function blockText(token: Token, { colours, columns, measure }: TextStyle): string | undefined {
  switch (token.type) {
    case 'space':
      return undefined;
    case 'heading': {
      const paint = (line: string) => colours.bold(token.depth === 1 ? colours.underline(line) : line);
      return wrap(token.text, columns, measure).map(paint).join('\n');
    }
    case 'code': {
      const source = token.lang === 'failover' ? highlight(token.text, colours) : token.text;
      return source.replace(/^(?=.)/gm, '    ');
    }
    case 'paragraph':
      return wrap(inlineText(token.tokens ?? [], colours).replaceAll('\n', ' '), columns, measure).join('\n');
    default:
      return token.raw.trimEnd();
  }
}

function inlineText(tokens: readonly Token[], colours: TextStyle['colours']): string {
  return tokens
    .map((token) => {
      switch (token.type) {
        case 'codespan':
          // Word by word, as a colour must not go on over the end of a line.
          return `\`${token.text}\``.split(' ').map(colours.cyan).join(' ');
        case 'text':
        case 'escape':
          return token.text;
        case 'link':
          return token.text;
        default:
          return token.raw;
      }
    })
    .join('');
}
