import { endpoint } from '../../diagnostics/fo3-endpoint.js';
import type { Report } from '../../diagnostics/reporter.js';
import { constantText, type ResolvedText } from '../../names/symbols.js';
import { forms } from '../../routee/limits.js';
import type { FileRule, StepRule } from '../rule.js';

/** The id of a template is a UUID: of a declared one, where it is declared. */
export const declaredTemplateId: FileRule = (file, report) => {
  for (const { node } of file.templates) checkId(node.id && file.constants.get(node.id), report);
};

export const writtenTemplateId: StepRule = (step, _flow, report) => {
  if (step.template?.node.template?.kind === 'text') checkId(step.template.id, report);
};

function checkId(id: ResolvedText | undefined, report: Report): void {
  const text = id && constantText(id);
  if (id !== undefined && text !== undefined && !forms.uuid.test(text)) report(endpoint.templateId, id, { id: text });
}
