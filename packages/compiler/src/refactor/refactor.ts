import type { Program } from '../program.js';
import { chainAndFlow } from './chain-and-flow.js';
import { declareLet } from './declare-let.js';
import { declareSender } from './declare-sender.js';
import { declareTemplate } from './declare-template.js';
import type { Refactoring } from './edits.js';
import { inlineLet } from './inline-let.js';
import { writeParameters } from './write-parameters.js';

/** What can be written another way at a place, without a change of what it means. Of a flow with errors nobody knows. */
export function refactoringsAt(program: Program, uri: string, offset: number): Refactoring[] {
  const flow = program.flowAt(uri, offset);
  const file = program.model(uri);
  const inlined = inlineLet(program, uri, offset);
  if (flow === undefined || file === undefined || !flow.sound) return inlined;
  return [
    ...[
      ...declareTemplate(program, file, flow, offset),
      ...declareSender(program, file, flow, offset),
      ...declareLet(program, file, offset),
    ],
    ...inlined,
    ...[...writeParameters(flow), ...chainAndFlow(file, flow)],
  ];
}
