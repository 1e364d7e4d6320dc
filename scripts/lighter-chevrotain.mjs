/**
 * A plugin of esbuild that takes two things of Chevrotain's lightly. Its lexer is left out: ours cuts the texts, and of that
 * one only the pattern that matches nothing is used. It is 40 kB, and what reads regular expressions for it.
 *
 * The methods of its parser come from nine classes, each put singly into a prototype, which V8 arranges anew for each: one
 * and a half of the milliseconds that a short run takes. Here they are put into an object that becomes a prototype at the end.
 */
export const lighterChevrotain = {
  name: 'lighter-chevrotain',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]chevrotain[\\/]lib[\\/]src[\\/]scan[\\/]lexer_public\.js$/ }, () => ({
      contents: 'export class Lexer { static NA = /NOT_APPLICABLE/; }\nexport const LexerDefinitionErrorType = {};\n',
    }));
    onLoad({ filter: /[\\/]chevrotain[\\/]lib[\\/]src[\\/]parse[\\/]parser[\\/]utils[\\/]apply_mixins\.js$/ }, () => ({
      contents: `export function applyMixins(derived, bases) {
        const members = {};
        for (const { prototype } of bases) {
          for (const name of Object.getOwnPropertyNames(prototype)) {
            if (name !== 'constructor') Object.defineProperty(members, name, Object.getOwnPropertyDescriptor(prototype, name));
          }
        }
        Object.setPrototypeOf(derived.prototype, members);
      }`,
    }));
  },
};
