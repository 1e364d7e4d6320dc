import { type AnySymbol, endpoints, timelineOf, timeText, typeText } from '@failover/compiler';
import type { Snapshot } from '../../workspace/snapshot.js';
import { describeDocumentation } from './documentation.js';
import type { Prose } from './prose.js';

/** A flow: where it is sent, what it needs, and when its steps start. */
export function describeFlowSymbol(
  snapshot: Snapshot,
  symbol: Extract<AnySymbol, { kind: 'flow' }>,
  prose: Prose,
): void {
  const flow = snapshot.program.flowAt(symbol.uri, symbol.offset);
  if (flow === undefined) return;
  const { method, path } = endpoints[flow.endpoint];
  const params = flow.parameters.map(({ name, type }) => (type === undefined ? name : `${name}: ${typeText(type)}`));
  prose.block('failover', `${flow.endpoint} flow ${flow.name}(${params.join(', ')})`);
  describeDocumentation(snapshot, symbol, prose);
  prose.paragraph(
    `Sent to \`${method} ${path}\`${flow.listed || params.length === 0 ? '' : '; its parameters follow from its steps'}.`,
  );
  prose.list(
    timelineOf(flow).map(({ step, startsAtLatest }) => {
      const when =
        step.order === 1
          ? 'at once'
          : startsAtLatest === undefined
            ? 'after the call'
            : `≤ ${timeText(startsAtLatest)}`;
      return `Step ${step.order}: \`${step.channel}\`, ${when}`;
    }),
  );
}
