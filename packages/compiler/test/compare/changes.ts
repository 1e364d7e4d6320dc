import { Program } from '@failover/compiler';
import { compare, type FlowComparison, plain, type Side } from '@failover/compiler/compare';

const folder = 'folder:///project';

/** Texts of files by their path. One text is a file of its own. */
export type Files = string | Readonly<Record<string, string>>;

export function sideOf(files: Files, options: Partial<Side> = {}): Side {
  const texts: Readonly<Record<string, string>> = typeof files === 'string' ? { 'main.failover': files } : files;
  const read = (uri: string) => {
    const text = texts[uri.slice(folder.length + 1)];
    return text === undefined ? ({ problem: 'missing' } as const) : { text };
  };
  const names = new Map(Object.keys(texts).map((name) => [`${folder}/${name}`, name]));
  return { program: new Program({ read }, names.keys(), { root: folder }), files: names, ...options };
}

export function comparisons(old: Files, next: Files): FlowComparison[] {
  return compare(sideOf(old), sideOf(next));
}

/** What is said of one flow, in order; of several, behind their names. */
export function changes(old: Files, next: Files): string[] {
  const flows = comparisons(old, next);
  return flows.flatMap(({ name, changes: all }) =>
    all.map(({ sentence, before, after }) => {
      const texts = before === undefined ? '' : `: ${before} → ${after}`;
      return `${flows.length > 1 ? `${name}: ` : ''}${plain(sentence)}${texts}`;
    }),
  );
}

export const brand = `
sender acme {
  viber "0094d198-4dd2-4fb5-b451-d46aca191b27"
  sms "ACME"
  voice "302101234567"
}
template otp(pin: text(4..10)) "0aac888f-2ee2-4112-9659-1755a951966a" { category otp lang en lang el }
`;

/** A flow that has Viber, SMS and a call. */
export const login = `${brand}
flow login-code(to: phone, pin: text(4..10)) {
  viber template otp lang en ttl 10m on expired, failed, undelivered
  then sms "Your code is {pin}" ttl 5m on failed, undelivered
  then voice say "Your code is {pin}" lang en-US repeat 2
}
`;

/** The changes of the flow when a part of its text is another. */
export function edited(part: string | RegExp, by: string, text = login): string[] {
  const next = text.replace(part, by);
  if (next === text) throw new Error(`Nothing of the text is ${part}`);
  return changes(text, next);
}
