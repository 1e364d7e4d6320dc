import { count, type Flow, type Program, thousands } from '@failover/compiler';
import { errorsBehind, storyOf } from '@failover/compiler/story';
import { chooseFlows, flowsOf } from '../choose-flows.js';
import type { ExplainOptions } from '../commands/explain.js';
import { load } from '../input.js';
import { findingOf, findingOfFault } from '../output/finding.js';
import { report, sourcesOf } from '../output/report.js';
import { stderr, stdout } from '../output/streams.js';
import { countFindings } from '../output/summary.js';
import { stdoutStyle } from '../output/text-style.js';
import { shownUri } from '../paths.js';
import { hasErrors, seriousOf, unknownDefines } from '../serious.js';
import { mermaid } from './mermaid.js';
import { renderMarkdown } from './render-markdown.js';
import { renderText } from './render-text.js';
import { tellFlow } from './tell-flow.js';

/** Tells what flows do. One with an error, in itself or in what it is made of, is left out, and the error told. */
export async function explainFlows(patterns: readonly string[], options: ExplainOptions): Promise<number> {
  const { project, input, program } = await load(patterns, options.define);
  const sources = sourcesOf(program, project.texts);
  if (input.unreadable.length > 0) {
    await report(input.unreadable.map(findingOfFault), sources);
    return 2;
  }
  // What failover.json was meant to say decides what the files mean, so it is put right first.
  if (project.diagnostics.length > 0) {
    await report(project.diagnostics.map(findingOf), sources);
    return 1;
  }
  const findings = [...seriousOf(program).map(findingOf), ...unknownDefines(program, options.define ?? new Map())];
  const isBroken = hasErrors(findings);
  const hasFlows = program.roots.some((uri) => program.flows(uri).length > 0);
  const chosen = isBroken && !hasFlows ? [] : chooseFlows(flowsOf(program), options.flow, true);
  const sound = chosen.filter((flow) => errorsBehind(program, flow).length === 0);
  await report(findings, sources);
  stdout.write(told(program, sound, options.format));
  if (!isBroken) return 0;
  stderr.write(`\n${countFindings(findings)}: ${summary(sound.length, chosen.length)}\n`);
  return 1;
}

function told(program: Program, flows: readonly Flow[], format: ExplainOptions['format']): string {
  const stories = flows.map((flow) => ({ story: storyOf(program, flow), file: shownUri(flow.uri) }));
  if (format === 'mermaid') return mermaid(stories.map(({ story }) => story));
  const style = stdoutStyle();
  const texts = stories.map(({ story, file }) => {
    const document = tellFlow(story, file);
    return format === 'markdown' ? renderMarkdown(document, mermaid([story])) : renderText(document, style);
  });
  return texts.join('\n');
}

function summary(explained: number, chosen: number): string {
  if (explained === 0) return 'nothing is explained';
  return explained === chosen
    ? `${count(chosen, 'flow')} explained all the same`
    : `${thousands(explained)} of ${count(chosen, 'flow')} explained`;
}
