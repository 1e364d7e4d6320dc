import type { DrawnStep, FlowDrawing } from '@failover/language-server/protocol';
import { longDuration, shortDuration } from './duration.js';
import { glyphs } from './glyphs.js';
import { type Html, html } from './html.js';

const channelNames = { viber: 'Viber', sms: 'SMS', voice: 'Voice' } as const;
const paths = { standard: '/failover', transactional: '/failover/transactional' } as const;

/** The drawing of a flow as the content of a page; without one, what to do to see it. */
export function drawingHtml(flow: FlowDrawing | null | undefined): string {
  if (flow) return drawing(flow).source;
  if (flow === null) return nothing('No flow here', 'Put the cursor in a flow, or in a file that has a single one.');
  return nothing(
    'No answer',
    'The language server does not answer. The command “Failover: Restart Server” starts it anew.',
  );
}

function nothing(title: string, advice: string): string {
  return html`<div class="nothing">
<h1>${title}</h1>
<p>${advice}</p>
</div>`.source;
}

function drawing(flow: FlowDrawing): Html {
  return html`<header>
<h1>${flow.name}</h1>
${flow.documentation !== undefined && html`<p class="documentation">${flow.documentation}</p>`}
<p class="request"><span class="method">POST</span> <code>${paths[flow.endpoint]}</code></p>
${flow.parameters.length > 0 && parameters(flow)}
</header>
<h2 class="unseen">Steps</h2>
<ol class="steps">
${flow.steps.map((step, index) => stepHtml(step, index === flow.steps.length - 1))}
</ol>
${flow.callback && callback(flow.callback)}`;
}

function parameters({ parameters: list }: FlowDrawing): Html {
  return html`<ul class="parameters" aria-label="Parameters">
${list.map(({ name, type, documentation }) => html`<li title="${documentation ?? ''}"><code>${name}</code> <span class="type">${type}</span></li>`)}
</ul>`;
}

function callback({ url, on }: NonNullable<FlowDrawing['callback']>): Html {
  const when = on === 'step' ? 'every change of status' : 'the final status';
  return html`<p class="callback">Reports ${when} to <code>${url}</code></p>`;
}

function stepHtml(step: DrawnStep, isLast: boolean): Html {
  const { channel, order, title, summary, recipient, problems } = step;
  return html`<li class="step ${channel}${problems.some(isError) ? ' wrong' : ''}">
<div class="when">${startHtml(step)}</div>
<span class="mark">${glyphs[channel]}</span>
<article class="card">
<h3><button class="jump" type="button" data-step="${order}" title="Show the step in the source"><span class="channel">${channelNames[channel]}</span> ${title !== '' && title}</button></h3>
${summary !== '' && html`<p class="summary">${summary}</p>`}
<p class="facts"><span>to <code>${recipient}</code></span>${waitHtml(step)}${partsHtml(step)}</p>
${problems.length > 0 && html`<ul class="problems" aria-label="Problems">${problems.map(problemHtml)}</ul>`}
</article>
${isLast ? html`<p class="end">Nothing follows.</p>` : movesOnHtml(step)}
</li>
`;
}

function startHtml({ order, startsAtLatest }: DrawnStep): Html {
  if (order === 1) return html`at once`;
  if (startsAtLatest === null) return html`after the call`;
  return html`<span aria-hidden="true">≤ ${shortDuration(startsAtLatest)}</span><span class="unseen">after ${longDuration(startsAtLatest)} at the latest</span>`;
}

function waitHtml({ waits, ttlWritten }: DrawnStep): Html | false {
  if (waits === null) return false;
  return html`<span${!ttlWritten && html` class="taken" title="The default, since no ttl is written"`}>waits <span aria-hidden="true">${shortDuration(waits)}</span><span class="unseen">${longDuration(waits)}${!ttlWritten && ', by default'}</span></span>`;
}

function partsHtml({ parts }: DrawnStep): Html | undefined {
  return parts && html`<span>${parts.count === 1 ? '1 part' : `${parts.count} parts`}, ${parts.encoding}</span>`;
}

function movesOnHtml({ movesOn }: DrawnStep): Html {
  if (movesOn.length === 0) return html`<p class="moves">Nothing moves the flow on from here.</p>`;
  return html`<div class="moves"><span class="on">moves on when</span> <ul aria-label="Moves on when">${movesOn.map(
    ({ label, description, written }) =>
      html`<li${!written && html` class="taken"`} title="${description}${!written && ' (taken by default)'}">${label}${!written && html`<span class="unseen"> (by default)</span>`}</li>`,
  )}</ul></div>`;
}

function problemHtml({ severity, message, code }: DrawnStep['problems'][number]): Html {
  return html`<li class="${severity}"><span class="severity">${severity}</span> ${message} <code>${code}</code></li>`;
}

function isError({ severity }: DrawnStep['problems'][number]): boolean {
  return severity === 'error';
}
