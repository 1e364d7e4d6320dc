import { expect, it } from 'vitest';
import { acme, checkFile } from './check.js';

const alone = `${acme}\n⟦sms⟧ "Hi"`;
const oneStep = 'FO4008: Nothing follows when this step fails: the flow has one step';

it('is the one of the catalog where nothing is chosen', () => {
  expect(checkFile(alone, [oneStep]).diagnostics[0]?.severity).toBe('information');
});

it.each(['error', 'warning', 'information', 'hint'] as const)('may be chosen by the project: %s', (severity) => {
  const { diagnostics } = checkFile(alone, [oneStep], { rules: { FO4008: severity } });
  expect(diagnostics[0]?.severity).toBe(severity);
});

it('may be off', () => {
  checkFile(alone.replace(/[⟦⟧]/g, ''), [], { rules: { FO4008: 'off' } });
});

it('can be chosen for FO4 only', () => {
  const empty = `${acme}\nsms ⟦""⟧ then viber "Hi"`;
  const { diagnostics } = checkFile(empty, ['FO3051: The text of the SMS is empty'], { rules: { FO3051: 'off' } });
  expect(diagnostics[0]?.severity).toBe('error');
});

it('does not count against what is only said of files without errors', () => {
  checkFile(`${acme}\nlet ⟦unused⟧ = "x"\n⟦sms⟧ "Hi"`, ['FO4013: Nothing uses the let `unused`', oneStep], {
    rules: { FO4008: 'error' },
  });
});

it('leaves an ignore comment in use', () => {
  checkFile(`${acme}\n// failover-ignore FO4008: enough\nsms "Hi"`, [], { rules: { FO4008: 'off' } });
});
