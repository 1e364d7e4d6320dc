import type { Type } from '../names/types.js';
import { fieldOf, type Located } from './located.js';
import type { Pen } from './pen.js';
import { channelOf } from './steps.js';

/** Who the steps of a flow go to. */
export interface Recipients {
  /** The setting for the one that most steps go to. */
  readonly setting: string | undefined;
  /** The clauses of a step that goes elsewhere. */
  clauses(step: Located): readonly string[];
}

const phone: Type = { kind: 'phone' };
const kinds = { phone, viber: phone, sip: { kind: 'text' } } as const satisfies Record<string, Type>;

export function recipientsOf(steps: readonly Located[], pen: Pen): Recipients {
  const targets = new Map(steps.map((step) => [step, targetsOf(step, pen)]));
  const uses = new Map<string, number>();
  for (const [only, ...others] of targets.values()) {
    const isNumber = only !== undefined && others.length === 0 && !/^(?:viber|sip) /.test(only);
    if (isNumber) uses.set(only, (uses.get(only) ?? 0) + 1);
  }
  const [most] = [...uses].sort(([, a], [, b]) => b - a);
  // The parameter `to` is taken without a word, unless a setting says otherwise.
  const common = uses.has('{to}') ? '{to}' : most !== undefined && most[1] > 1 ? most[0] : undefined;
  return {
    setting: common === undefined || common === '{to}' ? undefined : `to ${common}`,
    clauses: (step) => {
      const own = targets.get(step) ?? [];
      return own.length === 1 && own[0] === common ? [] : own.map((target) => `to ${target}`);
    },
  };
}

function targetsOf(step: Located, pen: Pen): string[] {
  const to = fieldOf(step, 'to');
  if (channelOf(step) !== 'voice') return [pen.value(to, phone)].filter((target) => target !== undefined);
  return Object.entries(kinds).flatMap(([kind, wanted]) => {
    const value = pen.value(fieldOf(to, kind), wanted);
    return value === undefined ? [] : [kind === 'phone' ? value : `${kind} ${value}`];
  });
}
