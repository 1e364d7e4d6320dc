import type { RuleSeverities } from '@failover/compiler';

/** What the user of an editor chooses: `failover.*` in its settings. */
export interface EditorSettings {
  readonly inlayHints: {
    /** Statuses and ttl that are taken when nothing is written. */
    readonly defaults: boolean;
    /** Arguments of a template that are taken by their name. */
    readonly arguments: boolean;
    /** Parts of an SMS. */
    readonly parts: boolean;
    /** The time since the start of the flow at each `then`. */
    readonly times: boolean;
  };
  readonly codeLens: boolean;
  /** Severities of FO4 diagnostics; those of failover.json come before them. */
  readonly rules: RuleSeverities;
}

export const defaultSettings: EditorSettings = {
  inlayHints: { defaults: true, arguments: true, parts: true, times: true },
  codeLens: true,
  rules: {},
};

const severities = ['error', 'warning', 'information', 'hint', 'off'];

/** Reads what a client hands over. What is not of its shape counts as not set: the editor has told its user. */
export function readEditorSettings(value: unknown): EditorSettings {
  const given = record(value);
  const hints = record(given.inlayHints);
  const flag = (one: unknown, usual: boolean) => (typeof one === 'boolean' ? one : usual);
  const usual = defaultSettings.inlayHints;
  return {
    inlayHints: {
      defaults: flag(hints.defaults, usual.defaults),
      arguments: flag(hints.arguments, usual.arguments),
      parts: flag(hints.parts, usual.parts),
      times: flag(hints.times, usual.times),
    },
    codeLens: flag(given.codeLens, defaultSettings.codeLens),
    rules: Object.fromEntries(
      Object.entries(record(given.rules)).filter(([, severity]) => severities.includes(severity as string)),
    ) as RuleSeverities,
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
