import { count, format as formatted, type ParsedFile, parse, thousands } from '@failover/compiler';
import { pathOf } from '@failover/files';
import { bugReports, Fault } from '../fault.js';
import { findFiles } from '../files.js';
import { dash, locate, readInput } from '../input.js';
import { type Finding, findingOf, findingOfFault } from '../output/finding.js';
import { report, sourcesOf } from '../output/report.js';
import { stderr, stdout } from '../output/streams.js';
import { visible } from '../output/visible.js';
import { shownUri } from '../paths.js';
import { writeFiles } from '../write-files.js';

export interface FormatOptions {
  /** Lists the files that would change, and changes none. */
  readonly check?: boolean | undefined;
}

/** Rewrites files in the one way there is. What is broken in a file stays as it is, and is told. */
export async function format(patterns: readonly string[], { check }: FormatOptions): Promise<number> {
  const isFilter = patterns.includes(dash);
  if (isFilter && patterns.length > 1) throw new Fault('`-` stands alone: it is formatted to standard output');
  const files = await filesToFormat(patterns);
  if (files === undefined) return 1;
  const input = await readInput(files);
  const broken: Finding[] = [];
  const faults: Fault[] = [...input.unreadable];
  const changed: string[] = [];
  for (const [uri, text] of input.texts) {
    const parsed = parse(uri, text);
    for (const diagnostic of parsed.diagnostics) broken.push(findingOf(diagnostic));
    try {
      const better = soundly(parsed);
      if (isFilter && !check) stdout.write(better);
      else if (better !== text) {
        if (!check) writeFiles(new Map([[pathOf(uri), better]]));
        changed.push(visible(shownUri(uri)));
      }
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      faults.push(error);
    }
  }
  const findings = [...faults.map(findingOfFault), ...broken];
  await report(findings, sourcesOf(undefined, input.texts));
  if (check) stdout.write(changed.map((file) => `${file}\n`).join(''));
  if (!isFilter && input.texts.size > 0) {
    stderr.write((findings.length > 0 ? '\n' : '') + summary(changed, input.texts.size, check === true));
  }
  if (faults.length > 0) return 2;
  return broken.length > 0 || (check && changed.length > 0) ? 1 : 0;
}

/** Nothing, when failover.json has mistakes, so that nobody knows which files it means. */
async function filesToFormat(patterns: readonly string[]): Promise<readonly string[] | undefined> {
  if (patterns.includes(dash)) return patterns;
  if (patterns.length > 0) return findFiles(patterns);
  const { project, files } = await locate(patterns);
  if (project.diagnostics.length === 0) return files;
  await report(project.diagnostics.map(findingOf), sourcesOf(undefined, project.texts));
  return undefined;
}

/** The formatted text. A last guard stands between a mistake of ours and the file of a person. */
function soundly(file: ParsedFile): string {
  const text = formatted(file);
  if (text === file.text) return text;
  const known = file.diagnostics.map(({ code }) => code);
  for (const { code } of parse(file.uri, text).diagnostics) {
    const at = known.indexOf(code);
    if (at === -1) {
      const name = shownUri(file.uri);
      throw new Fault(`\`${name}\` is left as it is: formatted, it would have an error (${code}) that it has not`, {
        help: `This is a bug in failover: please report it with the file, at ${bugReports}`,
      });
    }
    known.splice(at, 1);
  }
  return text;
}

function summary(changed: readonly string[], total: number, isCheck: boolean): string {
  if (changed.length === 0) return `${count(total, 'file')} checked, nothing to change\n`;
  const amount = `${thousands(changed.length)} of ${count(total, 'file')}`;
  if (isCheck) return `${amount} would change\n`;
  return `${changed.map((file) => `formatted ${file}\n`).join('')}${amount} formatted\n`;
}
