import type { Fix } from '../../diagnostics/diagnostic.js';
import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import type { Report } from '../../diagnostics/reporter.js';
import { insertAt } from '../../names/fixes.js';
import { clauseOf, type Flow, type Step } from '../../names/model.js';
import type { ContentNode, TemplateUseNode, TextNode } from '../../syntax/tree.js';
import { likelyLanguage } from '../../syntax/words.js';
import { endOf, type Span } from '../../text/span.js';
import type { StepRule } from '../rule.js';
import { writtenIn } from '../texts.js';
import { isFreeForm } from '../viber.js';

/** What a step sends is what its channel and its endpoint can send. */
export const contentFits: StepRule = (step, flow, report) => {
  const { content } = step.node;
  if (content !== undefined && step.channel !== 'viber') checkOther(step, flow, content, report);
  if (step.channel !== 'viber') return;
  if (content?.kind === 'verbs') {
    const verb = content.list[0]?.keyword ?? content;
    report(endpoint.contentNotOnChannel, verb, {
      content: 'a verb',
      channel: 'viber',
      instead: 'write the text itself, or make it a `voice` step',
    });
  } else if (step.template !== undefined && flow.endpoint === 'standard') {
    report(endpoint.templateOnStandard, headOf(step.template.node), undefined, { fixes: withoutWord(flow) });
  } else if (flow.endpoint === 'transactional' && isFreeForm(step)) {
    const from = flow.endpointFrom;
    const template = from?.kind === 'template-use' ? headOf(from) : undefined;
    const why = template === undefined ? '' : ', which this is because of its template';
    report(
      endpoint.messageOnTransactional,
      content ?? step.node.channel,
      { why },
      {
        related: template === undefined ? [] : [{ uri: flow.uri, ...template, message: 'the template is here' }],
      },
    );
  }
};

function checkOther(step: Step, flow: Flow, content: ContentNode, report: Report): void {
  const { channel } = step;
  const other = (what: string, instead: string, at: Span, fixes: readonly Fix[] = []) =>
    report(endpoint.contentNotOnChannel, at, { content: what, channel, instead }, { fixes });
  if (content.kind === 'template-use') {
    other('a template', 'templates are for Viber', headOf(content));
  } else if (channel === 'sms' && content.kind === 'verbs') {
    other('a verb', 'write the text itself, or make it a `voice` step', content.list[0]?.keyword ?? content);
  } else if (channel === 'voice' && content.kind === 'text') {
    other('a text alone', 'a call says it, as in `say "…" lang en-US`', content, [writeSay(step, flow, content)]);
  }
}

/** What is said needs its language as well. */
function writeSay(step: Step, { uri }: Flow, text: TextNode): Fix {
  const say = insertAt(uri, text.offset, 'say ', 'Write `say`');
  if (clauseOf(step, 'lang') !== undefined) return say;
  const language = `lang ${likelyLanguage(writtenIn(text))}`;
  const lang = insertAt(uri, endOf(text), ` ${language}`, `Write \`say\` and \`${language}\``);
  return { ...lang, edits: [...say.edits, ...lang.edits] };
}

/** Whether what a step sends, if anything, is a content of its channel. */
export function hasOwnContent({ channel, node: { content } }: Step): boolean {
  if (content === undefined) return true;
  if (channel === 'viber') return content.kind !== 'verbs';
  return content.kind === (channel === 'sms' ? 'text' : 'verbs');
}

/** `template` and the name after it. */
export function headOf(node: TemplateUseNode): Span {
  const last = node.template ?? node.keyword;
  return { offset: node.offset, length: last.offset + last.length - node.offset };
}

function withoutWord(flow: Flow) {
  const word = flow.endpointFrom;
  if (word?.kind !== 'word') return [];
  const edits = [{ uri: flow.uri, offset: word.offset, length: word.length + 1, text: '' }];
  return [{ title: 'Remove `standard`', edits }];
}
