const mostStars = { inName: 3, ofFolders: 2 };

/**
 * What makes a glob one that could be tried for minutes on a name that was made for it: a glob may come with a project of
 * somebody else, and so do the names that it is tried on.
 * @returns nothing for one that is as it should be; else words to follow "it"
 */
export function globProblem(glob: string): string | undefined {
  if (/[()]/.test(glob)) return 'has parentheses: it may have `*`, `**`, `?`, `[…]` and `{…}`';
  if (/[\]}]\+/.test(glob)) return 'has a `+` after a bracket: write the names that are meant';
  if (/\{[^}]*\{/.test(glob)) return 'has braces within braces: write the names that are meant';
  const parts = glob.split('/');
  if (parts.filter((part) => part.includes('**')).length > mostStars.ofFolders) {
    return `has \`**\` more than ${mostStars.ofFolders} times`;
  }
  if (parts.some((part) => (part.match(/\*+|\{/g) ?? []).length > mostStars.inName)) {
    return `has more than ${mostStars.inName} of \`*\` and \`{…}\` between two slashes`;
  }
  return undefined;
}
