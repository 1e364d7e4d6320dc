import type { Fix } from '../../diagnostics/diagnostic.js';
import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import { lint } from '../../diagnostics/fo4-lint.js';
import type { Report } from '../../diagnostics/reporter.js';
import { insertAt } from '../../names/fixes.js';
import type { Flow, Step } from '../../names/model.js';
import type { ResolvedText } from '../../names/symbols.js';
import { constantText } from '../../names/symbols.js';
import { forms, limits } from '../../routee/limits.js';
import type { ValueNode } from '../../syntax/tree.js';
import type { FlowRule, StepRule } from '../rule.js';
import { checkLength, mayBe } from '../texts.js';

/** An address of a flow: what it is the address of, and what the API asks of it. */
interface Address {
  readonly what: string;
  readonly node: ValueNode | undefined;
  /** `https` for media and inbound, `web` for what Routee calls, `any` for what a button opens. */
  readonly scheme: 'media' | 'inbound' | 'web' | 'any';
}

/** Media and inbound are https, what Routee calls is a web address, a button opens any absolute address. */
export const addresses: StepRule = (step, flow, report) => {
  for (const address of addressesOf(step)) checkAddress(address, flow, report);
};

export const recordings: StepRule = (step, flow, report) => {
  for (const address of recordingsOf(step)) checkAddress(address, flow, report);
};

export const callbackAddress: FlowRule = (flow, report) => {
  const node = flow.callback?.node.value;
  checkAddress({ what: 'The address after `callback`', node, scheme: 'web' }, flow, report);
};

/** An address that could be https and is not. */
export const plainHttp: StepRule = (step, flow, report) => {
  for (const address of addressesOf(step)) checkPlainHttp(address, flow, report);
};

export const plainHttpRecording: StepRule = (step, flow, report) => {
  for (const address of recordingsOf(step)) checkPlainHttp(address, flow, report);
};

export const plainHttpCallback: FlowRule = (flow, report) => {
  const node = flow.callback?.node.value;
  checkPlainHttp({ what: 'The address after `callback`', node, scheme: 'web' }, flow, report);
};

function checkPlainHttp({ what, node, scheme }: Address, flow: Flow, report: Report): void {
  if (node === undefined || scheme === 'media' || scheme === 'inbound') return;
  const first = flow.texts.get(node)?.pieces[0];
  if (typeof first !== 'string' || !/^http:\/\//i.test(first)) return;
  report(lint.plainHttp, node, { what }, { fixes: toHttps(flow, node) });
}

function addressesOf(step: Step): Address[] {
  const found: Address[] = [];
  for (const clause of step.clauses) {
    if (clause.kind === 'image') found.push({ what: 'the image', node: clause.value, scheme: 'media' });
    if (clause.kind === 'file') found.push({ what: 'the file', node: clause.url, scheme: 'media' });
    if (clause.kind === 'video') {
      found.push({ what: 'the video', node: clause.url, scheme: 'media' });
      found.push({ what: 'the thumbnail', node: clause.thumbnail, scheme: 'media' });
    }
    if (clause.kind === 'inbound') found.push({ what: 'the answers', node: clause.value, scheme: 'inbound' });
    if (clause.kind === 'button') found.push({ what: 'The address of the button', node: clause.url, scheme: 'any' });
    if (clause.kind === 'machine')
      found.push({ what: 'The address after `continue`', node: clause.value, scheme: 'web' });
  }
  return found;
}

function recordingsOf(step: Step): Address[] {
  const played = step.verbs.filter(({ node }) => node.keyword.text === 'play');
  return played.map(({ node }) => ({ what: 'The recording', node: node.value, scheme: 'web' }));
}

function checkAddress({ what, node, scheme }: Address, flow: Flow, report: Report): void {
  const text = node && flow.texts.get(node);
  if (node === undefined || text === undefined || !text.known) return;
  if (scheme === 'media' || scheme === 'inbound') {
    if (!mayBe(text, forms.httpsUrl, ['https://'])) {
      const fixes = toHttps(flow, node);
      if (scheme === 'inbound') report(endpoint.inboundNotHttps, text, undefined, { fixes });
      else report(endpoint.mediaNotHttps, text, { what }, { fixes });
    }
    if (scheme === 'media') {
      checkLength(report, endpoint.mediaAddressLength, text, `The address of ${what}`, limits.viber.mediaUrl.max);
    }
  } else if (scheme === 'web') {
    if (!mayBe(text, forms.webUrl, ['https://', 'http://']))
      report(endpoint.notAnAddress, text, { what, web: true }, { fixes: toHttps(flow, node) });
  } else if (!isAnyAddress(text)) {
    report(endpoint.notAnAddress, text, { what, web: false }, { fixes: toHttps(flow, node) });
  }
}

function isAnyAddress(text: ResolvedText): boolean {
  const constant = constantText(text);
  if (constant !== undefined) return forms.url.test(constant);
  const [first] = text.pieces;
  return typeof first !== 'string' || /^[a-z][a-z0-9+.-]*(?::\S*)?$/i.test(first);
}

/** `https` for `http`, or before an address that lacks its scheme. */
function toHttps(flow: Flow, node: ValueNode): Fix[] {
  const first = node.kind === 'text' ? node.parts[0] : undefined;
  if (first?.kind !== 'chars') return [];
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#]|$)/i.test(first.value)) {
    return [insertAt(flow.uri, first.offset, 'https://', 'Write `https://` before it')];
  }
  if (!/^http:\/\//i.test(first.value)) return [];
  const edits = [{ uri: flow.uri, offset: first.offset, length: 'http'.length, text: 'https' }];
  return [{ title: 'Write `https`', edits }];
}
