import { describe, expect, it } from 'vitest';
import { acme, checkFile } from './check.js';

const parts = (length: number) => `"${'x'.repeat(length)}"`;

describe('an ignore comment', () => {
  it('silences its code for the next step', () => {
    checkFile(`${acme}\n// failover-ignore FO4003: the wording is approved\nsms ${parts(161)} then viber "Hi"`);
    checkFile(`${acme}\nviber "Hi"\n// failover-ignore FO4003: the wording is approved\nthen sms ${parts(161)}`);
  });

  it('leaves the steps after that', () => {
    checkFile(`${acme}\n// failover-ignore FO4003: the first one\nsms ${parts(161)} then sms ⟦${parts(162)}⟧`, [
      'FO4003: This SMS is sent in 2 parts: 162 characters of GSM-7',
    ]);
  });

  it('silences it for the next declaration or setting, with all that is in it', () => {
    checkFile(`${acme}\n// failover-ignore FO4011: a Greek number follows\nsender shop { voice "SHOP" }`);
    checkFile(
      `${acme}\n// failover-ignore FO4010: behind a tunnel\ncallback "http://acme.com"\nviber "Hi" then sms "Ho"`,
    );
    checkFile(`${acme}\n// failover-ignore FO4003, FO4008: one long message\nflow a(to: phone) { sms ${parts(161)} }`);
  });

  it('silences it for the next parameter', () => {
    checkFile(
      `${acme}\nflow a(\n  to: phone,\n  // failover-ignore FO4014: kept for old callers\n  name: text,\n  ⟦day⟧: text\n) { sms "Hi" then viber "Ho" }`,
      ['FO4014: Nothing uses the parameter `day`'],
    );
  });

  it('may have other comments between itself and its target', () => {
    checkFile(
      `${acme}\n// failover-ignore FO4008: enough\n\n// Sent at night.\n/// Says hello.\nflow a(to: phone) { sms "Hi" }`,
    );
  });

  it('silences nothing behind the end of what it stands in', () => {
    checkFile(
      `${acme}\nflow a(to: phone) { sms "Hi" then viber "Ho"\n// failover-ignore ⟦FO4008⟧: x\n}\nflow b(to: phone) { ⟦sms⟧ "Hi" }`,
      [
        'FO4016: `FO4008` is ignored here, but there is nothing to silence',
        'FO4008: Nothing follows when this step fails: the flow has one step',
      ],
    );
  });

  it('silences it in the setting of a flow', () => {
    checkFile(
      `${acme}\nflow a(to: phone) {\n// failover-ignore FO4010: behind a tunnel\ncallback "http://acme.com"\nsms "Hi" then viber "Ho" }`,
    );
  });

  it('needs no reason', () => {
    checkFile(`${acme}\n// failover-ignore FO4008\nsms "Hi"`);
  });
});

describe('an ignore comment that silences nothing', () => {
  const reported = (comment: string, problem: string) => {
    const { fixes } = checkFile(`${acme}\n${comment}\nviber "Hi" then sms "Ho"`, [`FO4016: ${problem}`]);
    return fixes.map(({ title, text }) => `${title} → ${text.split('\n')[1]}`);
  };

  it('is reported', () => {
    expect(
      reported('// failover-ignore ⟦FO4003⟧: long', '`FO4003` is ignored here, but there is nothing to silence'),
    ).toEqual(['Remove it → ']);
  });

  it('loses only the code that is at fault', () => {
    const comment = (codes: string) => `${acme}\n// failover-ignore ${codes}: enough\nsms "Hi"`;
    const nothing = ['FO4016: `FO4003` is ignored here, but there is nothing to silence'];
    expect(checkFile(comment('⟦FO4003⟧, FO4008'), nothing).fixes[0]?.text).toBe(comment('FO4008'));
    expect(checkFile(comment('FO4008, ⟦FO4003⟧'), nothing).fixes[0]?.text).toBe(comment('FO4008'));
    expect(checkFile(comment('FO4008, ⟦FO4003⟧, FO4008'), nothing).fixes[0]?.text).toBe(comment('FO4008, FO4008'));
  });

  it('names a code that there is', () => {
    reported('// failover-ignore ⟦FO4999⟧: x', '`FO4999` is ignored here, but there is no such code');
    reported('// failover-ignore ⟦viber⟧: x', '`viber` is ignored here, but that is not a code');
    reported('// failover-ignore ⟦xFO4003⟧: x', '`xFO4003` is ignored here, but that is not a code');
    reported('// failover-ignore ⟦FO40033⟧: x', '`FO40033` is ignored here, but that is not a code');
    reported('// ⟦failover-ignore⟧', '`failover-ignore` is ignored here, but that is not a code');
  });

  it('cannot silence an error', () => {
    checkFile(`${acme}\n// failover-ignore ⟦FO3051⟧: a test\nsms ⟦""⟧ then viber "Hi"`, [
      'FO4016: `FO3051` is ignored here, but only FO4 codes can be silenced',
      'FO3051: The text of the SMS is empty',
    ]);
  });

  it('stands before something', () => {
    checkFile(`${acme}\nviber "Hi" then sms "Ho"\n// failover-ignore ⟦FO4003⟧: at the end`, [
      'FO4016: `FO4003` is ignored here, but there is nothing to silence',
    ]);
  });

  it('is let be in a broken file, of which nobody knows what it silences', () => {
    checkFile(`${acme}\n// failover-ignore FO4003: long\n⟦sms⟧ then viber "Hi"`, [
      'FO1020: Expected the text of the message after `sms`, found `then`',
    ]);
  });
});
