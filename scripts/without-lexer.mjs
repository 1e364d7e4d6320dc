/**
 * A plugin of esbuild that leaves out Chevrotain's lexer: ours cuts the texts, and of that one only the pattern that
 * matches nothing is used. It is 40 kB, and what reads regular expressions for it.
 */
export const withoutLexer = {
  name: 'without-lexer',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]chevrotain[\\/]lib[\\/]src[\\/]scan[\\/]lexer_public\.js$/ }, () => ({
      contents: 'export class Lexer { static NA = /NOT_APPLICABLE/; }\nexport const LexerDefinitionErrorType = {};\n',
    }));
  },
};
