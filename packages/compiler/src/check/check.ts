import type { Report } from '../diagnostics/reporter.js';
import type { FileNames, Flow } from '../names/model.js';
import type { ResolvedFlow } from '../names/resolve.js';
import type { Scope } from '../names/scope.js';
import type { FileRule, FlowRule, StepRule, Uses } from './rule.js';
import { addresses, callbackAddress, plainHttp } from './rules/addresses.js';
import { button } from './rules/button.js';
import { clauseFits } from './rules/clause-fits.js';
import { clausesOnce } from './rules/clauses-once.js';
import { codeExpires } from './rules/code-expires.js';
import { contentFits } from './rules/content-fits.js';
import { equalSteps } from './rules/equal-steps.js';
import { disputedCombination, movesOnAfterSuccess, onAtEnd, oneStep, stalls } from './rules/flow-shape.js';
import { label } from './rules/label.js';
import { refusedLinks, shortenedWrongly } from './rules/links.js';
import { knownTemplateArguments, otpParameters } from './rules/otp-parameters.js';
import { play } from './rules/play.js';
import { recipients } from './rules/recipients.js';
import { repeatRange, repeatsForever } from './rules/repeat.js';
import { say } from './rules/say.js';
import { declaredSenders, unusualDeclaredSenders, unusualWrittenSender, writtenSender } from './rules/senders.js';
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

/** What the endpoint refuses. */
const errors: { steps: readonly StepRule[]; flows: readonly FlowRule[]; files: readonly FileRule[] } = {
  steps: [
    ...[clausesOnce, contentFits, clauseFits, statuses, recipients, writtenSender],
    ...[viberContent, viberTtl, addresses, button, viberFile, viberVideo, label],
    ...[writtenTemplateId, templateLanguage, otpParameters, seq],
    ...[smsBody, smsTtl, urlValidity, say, play, repeatRange],
  ],
  flows: [callbackAddress],
  files: [declaredSenders, declaredTemplateId, otpWithoutPin],
};

/** What compiles and is probably not meant. */
const doubts: typeof errors = {
  steps: [
    ...[stalls, onAtEnd, movesOnAfterSuccess, disputedCombination, equalSteps, repeatsForever],
    ...[smsParts, shortenedWrongly, refusedLinks, unusualWrittenSender, knownTemplateArguments, knownTemplateLanguage],
  ],
  flows: [oneStep, codeExpires, plainHttp],
  files: [unusualDeclaredSenders, knownTemplateDeclaration],
};

const fileRules = [...errors.files, ...doubts.files];

/** Checks what a file declares, flows aside. */
export function checkDeclared(file: FileNames, report: Report): void {
  for (const rule of fileRules) rule(file, report);
}

/** Checks a flow whose names have been looked up. */
export function checkFlow(flow: Flow, report: Report): void {
  // Of a flow that is not understood one cannot say what was probably not meant.
  const groups = flow.sound ? [errors, doubts] : [errors];
  for (const { steps, flows } of groups) {
    for (const rule of flows) rule(flow, report);
    for (const step of flow.steps) for (const rule of steps) rule(step, flow, report);
  }
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
