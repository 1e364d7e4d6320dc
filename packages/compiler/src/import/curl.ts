import { imports } from '../diagnostics/fo6-import.js';
import type { Report } from '../diagnostics/reporter.js';
import type { EndpointName } from '../routee/channels.js';
import { endpoints } from '../routee/endpoints.js';
import { endOf, type Span, spanBetween } from '../text/span.js';
import { isForCmd, readCmdWords } from './cmd-words.js';
import { readWords, type ShellWord } from './shell-words.js';

export interface CurlCommand {
  readonly body: string;
  /** The endpoint of its address, if it has one. */
  readonly endpoint: EndpointName | undefined;
  /** Where a stretch of the body stands in the command. */
  spanIn(span: Span): Span;
}

const program = /^curl(?:\.exe)?$/;
const bodyOptions: readonly string[] = ['-d', '--data', '--data-raw', '--data-binary', '--data-ascii', '--json'];
const unreadOptions: readonly string[] = [
  ...['-F', '--form', '--form-string', '--data-urlencode', '-T', '--upload-file', '-K', '--config'],
];
/** Other options with a value, which is no address. */
const valueOptions: readonly string[] = [
  ...['-X', '--request', '-H', '--header', '-u', '--user', '-A', '--user-agent', '-e', '--referer', '-b', '--cookie'],
  ...['-o', '--output', '-m', '--max-time', '--connect-timeout', '-x', '--proxy', '--cacert', '-E', '--cert', '--key'],
  ...['--retry', '-w', '--write-out', '--oauth2-bearer', '-c', '--cookie-jar', '--resolve', '--url'],
];

/** Whether an input is a command and no JSON. */
export function isCurl(input: string): boolean {
  return /^\ufeff?\s*(?:\$\s+)?curl(?:\.exe)?(?:\s|$)/.test(input);
}

/** Reads the body and the address from a curl command as the documentation prints it. */
export function readCurl(command: string, report: Report): CurlCommand | undefined {
  const refuse = (span: Span, problem: string) => {
    report(imports.curl, span, { problem });
    return undefined;
  };
  const words = isForCmd(command) ? readCmdWords(command, refuse) : readWords(command, refuse);
  if (words === undefined) return undefined;
  const start = words.findIndex(({ text }) => program.test(text));
  const { bodies, urls, unread } = sortWords(words.slice(start + 1));
  if (unread !== undefined) return refuse(unread, `\`${unread.text}\` sends something other than JSON`);
  const [body, second] = bodies;
  if (body === undefined) return refuse(words[start] ?? { offset: 0, length: 0 }, 'there is none behind `--data`');
  if (second !== undefined) return refuse(second, 'it has two, which curl would join with `&`');
  if (body.text.startsWith('@')) {
    const file = body.text.slice(1);
    return refuse(
      body,
      `it stands in ${file === '-' ? 'standard input' : `the file \`${file}\``}, so import that instead`,
    );
  }
  if (body.isOpen) return refuse(body, 'the shell puts the value of a variable or the output of a command into it');
  return { body: body.text, endpoint: endpointOf(urls, report), spanIn: (span) => spanIn(body, span) };
}

function spanIn({ places, ...word }: ShellWord, { offset, length }: Span): Span {
  // The last place is before the closing quote.
  const end = places.length === 0 ? word.offset : (places.at(-1) ?? 0) + 1;
  const start = places[offset] ?? end;
  const last = length === 0 ? undefined : places[offset + length - 1];
  return spanBetween(start, last === undefined ? start : Math.max(last + 1, start));
}

interface Sorted {
  readonly bodies: ShellWord[];
  readonly urls: ShellWord[];
  readonly unread: ShellWord | undefined;
}

function sortWords(words: readonly ShellWord[]): Sorted {
  const bodies: ShellWord[] = [];
  const urls: ShellWord[] = [];
  let unread: ShellWord | undefined;
  const rest = words.values();
  for (const word of rest) {
    const option = optionOf(word);
    if (option === undefined) {
      urls.push(word);
      continue;
    }
    const { name } = option;
    if (unreadOptions.includes(name)) unread ??= word;
    const value = option.value ?? (takesValue(name) ? rest.next().value : undefined);
    if (value === undefined) continue;
    if (bodyOptions.includes(name)) bodies.push(value);
    else if (name === '--url') urls.push(value);
  }
  return { bodies, urls, unread };
}

function takesValue(option: string): boolean {
  return [bodyOptions, unreadOptions, valueOptions].some((options) => options.includes(option));
}

/** `--data=…` and `-d…` have their value with them; `-sSd` is three options. */
function optionOf(word: ShellWord): { name: string; value: ShellWord | undefined } | undefined {
  const { text } = word;
  if (!text.startsWith('-') || text === '-') return undefined;
  if (text.startsWith('--')) {
    const equals = text.indexOf('=');
    return equals === -1
      ? { name: text, value: undefined }
      : { name: text.slice(0, equals), value: after(word, equals + 1) };
  }
  let at = 1;
  while (at < text.length && !takesValue(`-${text.charAt(at)}`)) at++;
  return { name: `-${text.charAt(at)}`, value: at + 1 < text.length ? after(word, at + 1) : undefined };
}

function after(word: ShellWord, at: number): ShellWord {
  const offset = word.places[at] ?? endOf(word);
  const text = word.text.slice(at);
  return { ...word, text, places: word.places.slice(at), offset, length: endOf(word) - offset };
}

function endpointOf(urls: readonly ShellWord[], report: Report): EndpointName | undefined {
  const [url] = urls;
  if (url === undefined || url.isOpen) return undefined;
  const all = Object.values(endpoints);
  // An option that is not known here may have taken one of them for its value.
  const paths = urls.map(({ text }) => pathOf(text));
  const found = all.find(({ path }) => paths.includes(path));
  if (found === undefined) report(imports.otherAddress, url, { url: url.text, paths: all.map(({ path }) => path) });
  return found?.name;
}

function pathOf(url: string): string {
  return url
    .replace(/^(?:[a-z]+:\/\/)?[^/?#]*/i, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/$/, '');
}
