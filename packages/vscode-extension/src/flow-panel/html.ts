/** A piece of HTML, as opposed to a text that is to be shown. */
export class Html {
  constructor(readonly source: string) {}
}

type Value = Html | string | number | false | undefined | readonly Value[];

/** Writes HTML. What is filled in is shown as it is, whatever it says; only `Html` is taken as HTML. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(strings.map((part, index) => part + sourceOf(values[index])).join(''));
}

function sourceOf(value: Value): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.source;
  if (typeof value === 'object') return value.map(sourceOf).join('');
  return String(value).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
