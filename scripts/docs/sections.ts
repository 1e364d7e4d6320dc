/** Parts of a page that are generated: between these two comments. */
const marked = /(<!-- generated: ([a-z-]+) -->\n)[\s\S]*?(<!-- end of generated -->)/g;

export type Sections = Readonly<Record<string, () => string>>;

/** The names of the generated parts of a page. */
export function sectionsIn(page: string): string[] {
  return [...page.matchAll(marked)].map(([, , name = '']) => name);
}

/** A page with its generated parts made anew. */
export function filled(page: string, sections: Sections): string {
  return page.replace(marked, (_, start: string, name: string, end: string) => {
    const section = Object.hasOwn(sections, name) ? sections[name] : undefined;
    if (section === undefined) throw new Error(`There is no section \`${name}\` to generate`);
    return `${start}\n${section()}\n\n${end}`;
  });
}
