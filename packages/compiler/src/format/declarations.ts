import type {
  FlowNode,
  IntegerNode,
  ParamNode,
  ParamsNode,
  SenderNode,
  SettingNode,
  TemplateNode,
  TypeNode,
} from '../syntax/tree.js';
import { channelWords, settingWords } from '../syntax/words.js';
import { endOf } from '../text/span.js';
import { writeClause } from './clauses.js';
import type { Context } from './context.js';
import { fits } from './lines.js';
import { type List, listOnOneLine, writeList } from './list.js';
import { writeSteps } from './step.js';
import { introduced, spaced, type ValueWriter } from './values.js';

export function writeSender(sender: SenderNode, context: Context): void {
  const { lines, values } = context;
  const closing = endOf(sender) - 1;
  const first = sender.ids[0];
  const head = spaced('sender', sender.name?.text, '{');
  const headComments = context.place(sender.offset, first?.offset ?? closing);
  const end = context.place(closing, closing + 1);
  if (first === undefined && headComments.after === '' && end.before.length === 0) {
    lines.line(0, `${head}}`, { before: headComments.before, after: end.after });
    return;
  }
  lines.line(0, head, headComments);
  const rank = (channel: string) => (channelWords as readonly string[]).indexOf(channel);
  const ids = [...sender.ids].sort((a, b) => rank(a.channel.text) - rank(b.channel.text));
  for (const id of ids) {
    lines.line(2, spaced(id.channel.text, values.value(id.id, 2)), context.place(id.offset, endOf(id)));
  }
  lines.closing(0, '}', end);
}

export function writeTemplate(template: TemplateNode, context: Context): void {
  const { lines, values } = context;
  const body = template.body ?? [];
  const first = body[0];
  const id = spaced(values.value(template.id, 0), first && '{');
  writeHead(spaced('template', template.name?.text), template, ` ${id}`, first?.offset ?? endOf(template), context);
  if (first === undefined) return;
  const entries = [...body].sort((a, b) => Number(a.kind === 'wording') - Number(b.kind === 'wording'));
  for (const entry of entries) {
    const text =
      entry.kind === 'category'
        ? spaced('category', entry.word?.text)
        : spaced('lang', entry.lang?.text, values.value(entry.text, 2));
    lines.line(2, text, context.place(entry.offset, endOf(entry)));
  }
  const closing = endOf(template) - 1;
  lines.closing(0, '}', context.place(closing, closing + 1));
}

export function writeFlow(flow: FlowNode, context: Context): void {
  const { lines } = context;
  const closing = endOf(flow) - 1;
  const first = flow.settings[0] ?? flow.chain;
  const head = spaced(flow.endpoint?.text, 'flow', flow.name?.text);
  writeHead(head, flow, ' {', first?.offset ?? closing, context);
  const rank = (setting: SettingNode) => (settingWords as readonly string[]).indexOf(setting.kind);
  for (const setting of [...flow.settings].sort((a, b) => rank(a) - rank(b))) writeSetting(setting, context, 2);
  if (flow.settings.length > 0) lines.blank();
  if (flow.chain !== undefined) writeSteps(flow.chain, context, 2);
  lines.closing(0, '}', context.place(closing, closing + 1));
}

export function writeSetting(setting: SettingNode, context: Context, indent: number): void {
  const text = writeClause(setting, context.values, indent);
  context.lines.line(indent, text, context.place(setting.offset, endOf(setting)));
}

/** The first line of a flow or template, or as many as its parameters need. */
function writeHead(
  head: string,
  { offset, params }: FlowNode | TemplateNode,
  rest: string,
  end: number,
  context: Context,
): void {
  const list = params && paramList(params, context);
  const text = list === undefined ? '' : listOnOneLine(list, context, 0);
  const line = text === undefined ? undefined : head + text + rest;
  if (line !== undefined && (list === undefined || list.items.length === 0 || fits(0, line))) {
    context.lines.line(0, line, context.place(offset, end));
  } else if (list !== undefined) {
    const closing = endOf(list.span) - 1;
    writeList(list, context, 0, offset, head);
    context.lines.closing(0, `)${rest}`, context.place(closing, end));
  }
}

function paramList(params: ParamsNode, { values }: Context): List {
  const write = (index: number, indent: number) => {
    const param = params.list[index];
    return param === undefined ? '' : writeParam(param, values, indent);
  };
  return { span: params, items: params.list, write, lastComma: true };
}

function writeParam(param: ParamNode, values: ValueWriter, indent: number): string {
  const type = param.type && writeType(param.type, values);
  return spaced(`${param.name.text}:`, type, introduced('=', values.value(param.default, indent)));
}

function writeType({ name, range, langs }: TypeNode, values: ValueWriter): string {
  const limit = (node: IntegerNode | undefined) => values.value(node, 0) ?? '';
  if (range !== undefined) return `${name.text}(${limit(range.min)}..${limit(range.max)})`;
  return langs === undefined ? name.text : `${name.text}(${langs.map((lang) => lang.text).join(', ')})`;
}
