import type { Report } from '../diagnostics/reporter.js';
import type { FileNames, Flow, Step } from '../names/model.js';
import type { ResolvedFlow } from '../names/resolve.js';
import type { Scope } from '../names/scope.js';
import type { ClauseKind } from '../syntax/tree.js';
import type { FileRule, FlowRule, StepRule, Uses } from './rule.js';
import {
  addresses,
  callbackAddress,
  plainHttp,
  plainHttpCallback,
  plainHttpRecording,
  recordings,
} from './rules/addresses.js';
import { button } from './rules/button.js';
import { clauseFits } from './rules/clause-fits.js';
import { clausesOnce } from './rules/clauses-once.js';
import { codeExpires } from './rules/code-expires.js';
import { contentFits } from './rules/content-fits.js';
import { declaredDollarHoles, dollarHoles } from './rules/dollar-holes.js';
import { equalSteps } from './rules/equal-steps.js';
import { disputedCombination, movesOnAfterSuccess, onAtEnd, oneStep, stalls } from './rules/flow-shape.js';
import { label } from './rules/label.js';
import { refusedLinks, shortenedWrongly } from './rules/links.js';
import { knownTemplateArguments, otpParameters } from './rules/otp-parameters.js';
import { play } from './rules/play.js';
import { recipients, targetKinds } from './rules/recipients.js';
import { repeatRange, repeatsForever } from './rules/repeat.js';
import { say } from './rules/say.js';
import { declaredSenders, unusualWrittenSender, writtenSender } from './rules/senders.js';
import { seq } from './rules/seq.js';
import { smsBody } from './rules/sms-body.js';
import { smsParts } from './rules/sms-parts.js';
import { smsTtl } from './rules/sms-ttl.js';
import { statuses } from './rules/statuses.js';
import { knownTemplateDeclaration, otpWithoutPin } from './rules/template-declaration.js';
import { declaredTemplateId, writtenTemplateId } from './rules/template-id.js';
import { knownTemplateLanguage, templateLanguage } from './rules/template-language.js';
import {
  parametersHideLets,
  unusedDeclarations,
  unusedImports,
  unusedParameters,
  unusedSettings,
} from './rules/unused.js';
import { urlValidity } from './rules/url-validity.js';
import { viberContent } from './rules/viber-content.js';
import { viberFile } from './rules/viber-file.js';
import { viberTtl } from './rules/viber-ttl.js';
import { viberVideo } from './rules/viber-video.js';

/** Rules for steps by what they look at: each step is asked only what it can be at fault of. */
interface StepRules {
  readonly every: readonly StepRule[];
  readonly viber: readonly StepRule[];
  readonly sms: readonly StepRule[];
  /** Of steps with verbs. */
  readonly verbs: readonly StepRule[];
  /** Of steps with a template. */
  readonly template: readonly StepRule[];
  /** Of steps whose sender is written. */
  readonly sender: readonly StepRule[];
  /** Of steps with a clause of a kind. */
  readonly clauses: Readonly<Partial<Record<ClauseKind, readonly StepRule[]>>>;
}

interface Rules {
  readonly steps: StepRules;
  readonly flows: readonly FlowRule[];
  readonly files: readonly FileRule[];
}

/** What the endpoint refuses. */
const errors: Rules = {
  steps: {
    every: [clausesOnce, contentFits, clauseFits, recipients],
    viber: [viberContent],
    sms: [smsBody],
    verbs: [say, play, repeatRange, recordings],
    template: [writtenTemplateId, templateLanguage, otpParameters],
    sender: [writtenSender],
    clauses: {
      on: [statuses],
      to: [targetKinds],
      ttl: [viberTtl, smsTtl],
      image: [addresses],
      button: [button, addresses],
      file: [viberFile, addresses],
      video: [viberVideo, addresses],
      inbound: [addresses],
      machine: [addresses],
      label: [label],
      seq: [seq],
      'shorten-links': [urlValidity],
    },
  },
  flows: [callbackAddress],
  files: [declaredSenders, declaredTemplateId, otpWithoutPin],
};

/** What compiles and is probably not meant. */
const doubts: Rules = {
  steps: {
    every: [equalSteps],
    viber: [disputedCombination, refusedLinks],
    sms: [smsParts],
    verbs: [repeatsForever, plainHttpRecording],
    template: [knownTemplateArguments, knownTemplateLanguage],
    sender: [unusualWrittenSender],
    clauses: {
      on: [stalls, onAtEnd, movesOnAfterSuccess],
      button: [plainHttp],
      machine: [plainHttp],
      'shorten-links': [shortenedWrongly],
    },
  },
  flows: [oneStep, codeExpires, plainHttpCallback, dollarHoles],
  files: [knownTemplateDeclaration, declaredDollarHoles],
};

const all: Rules = both(errors, doubts);

function both(first: Rules, second: Rules): Rules {
  const join = <Rule>(a: readonly Rule[] = [], b: readonly Rule[] = []) => [...a, ...b];
  const [one, other] = [first.steps, second.steps];
  const kinds = Object.keys({ ...one.clauses, ...other.clauses }) as ClauseKind[];
  return {
    steps: {
      every: join(one.every, other.every),
      viber: join(one.viber, other.viber),
      sms: join(one.sms, other.sms),
      verbs: join(one.verbs, other.verbs),
      template: join(one.template, other.template),
      sender: join(one.sender, other.sender),
      clauses: Object.fromEntries(kinds.map((kind) => [kind, join(one.clauses[kind], other.clauses[kind])])),
    },
    flows: join(first.flows, second.flows),
    files: join(first.files, second.files),
  };
}

/** Checks what a file declares, flows aside. */
export function checkDeclared(file: FileNames, report: Report): void {
  for (const rule of all.files) rule(file, report);
}

/** Checks a flow whose names have been looked up. */
export function checkFlow(flow: Flow, report: Report): void {
  // Of a flow that is not understood one cannot say what was probably not meant.
  const { steps, flows } = flow.sound ? all : errors;
  for (const rule of flows) rule(flow, report);
  for (const step of flow.steps) {
    ask(steps.every, step, flow, report);
    if (step.channel !== 'voice') ask(steps[step.channel], step, flow, report);
    if (step.verbs.length > 0) ask(steps.verbs, step, flow, report);
    if (step.template !== undefined) ask(steps.template, step, flow, report);
    if (step.sender?.literal !== undefined) ask(steps.sender, step, flow, report);
    askOfClauses(steps.clauses, step, flow, report);
  }
}

/** Asks each rule once, however many clauses it looks at. */
function askOfClauses(rules: StepRules['clauses'], step: Step, flow: Flow, report: Report): void {
  const asked: StepRule[] = [];
  for (const { kind } of step.clauses) {
    for (const rule of rules[kind] ?? []) {
      if (asked.includes(rule)) continue;
      asked.push(rule);
      rule(step, flow, report);
    }
  }
}

function ask(rules: readonly StepRule[] | undefined, step: Step, flow: Flow, report: Report): void {
  if (rules !== undefined) for (const rule of rules) rule(step, flow, report);
}

/** What is only said of a file without errors: a name that was misspelt is no unused name as well. */
export function checkUnused(file: FileNames, uses: Uses, report: Report): void {
  for (const rule of [unusedDeclarations, unusedImports, unusedSettings]) rule(file, uses, report);
}

/** The same for a flow. */
export function checkParametersUnused(flow: ResolvedFlow, scope: Scope, report: Report): void {
  unusedParameters(flow, report);
  parametersHideLets(flow.flow, scope, report);
}
