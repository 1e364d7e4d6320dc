import { filesSeeing, isSame } from '../../names/queries.js';
import { scopeIn } from '../../names/resolve.js';
import type { AnySymbol } from '../../names/symbols.js';
import type { Program } from '../../program.js';
import type { Place } from '../../text/span.js';
import { placeName } from './words.js';

/** What has the name already, among what must have names of their own: a sentence, or nothing. */
export function clashOf(program: Program, symbol: AnySymbol, name: string): string | undefined {
  switch (symbol.kind) {
    case 'let':
      return said(program, 'a let', name, inScope(program, symbol.uri, 'lets', name));
    case 'sender':
      return said(program, 'a sender', name, inScope(program, symbol.uri, 'senders', name));
    case 'template':
      return said(program, 'a template', name, inScope(program, symbol.uri, 'templates', name));
    case 'flow': {
      const other = program.flows(symbol.uri).find((flow) => flow.name === name);
      return said(program, 'a flow', name, other?.symbol);
    }
    case 'parameter': {
      const flow = program.flows(symbol.uri).find(({ parameters }) => parameters.some((one) => isSame(one, symbol)));
      const other = flow?.parameters.find((one) => one.name === name);
      return said(program, `the flow \`${symbol.flow}\` has a parameter`, name, other);
    }
    case 'template-parameter':
    case 'language': {
      const templates = program.outline(symbol.uri)?.declarations.templates ?? [];
      const template = templates.find(
        ({ node }) => node.offset <= symbol.offset && symbol.offset < node.offset + node.length,
      );
      if (symbol.kind === 'template-parameter') {
        const other = template?.params.find((one) => one.name === name);
        return said(program, `the template \`${symbol.template}\` has a parameter`, name, other);
      }
      const lang = template?.langs.get(name)?.lang;
      return said(
        program,
        `the template \`${symbol.template}\` has a language`,
        name,
        lang && { uri: symbol.uri, ...lang },
      );
    }
  }
}

/** In each file that can name the symbol, also where it is not used: names that clash are a fault there. */
function inScope(
  program: Program,
  uri: string,
  kind: 'lets' | 'senders' | 'templates',
  name: string,
): Place | undefined {
  for (const file of filesSeeing(program, uri)) {
    const outline = program.outline(file);
    const other = outline && scopeIn(outline, program)[kind].get(name);
    if (other !== undefined) return other;
  }
  return undefined;
}

function said(program: Program, what: string, name: string, other: Place | undefined): string | undefined {
  if (other === undefined) return undefined;
  const subject = what.startsWith('the ') ? `T${what.slice(1)}` : `There is ${what}`;
  return `${subject} \`${name}\` already (${placeName(program, other)}). Choose another name.`;
}
