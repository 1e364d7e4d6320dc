import { it } from 'vitest';
import { checkFile, checkStep } from '../check.js';

const form = 'up to 11 letters, digits and spaces, or up to 16 digits without `+`';

it('takes the SMS sender ids that networks show', () => {
  checkStep('sms "Hi" from "Acme Shop 1"');
  checkStep('sms "Hi" from "1234567890123456"');
});

it('refuses the others', () => {
  checkStep('sms "Hi" from ⟦"Acme Shop 12"⟧', [`FO3050: \`Acme Shop 12\` is not an SMS sender id: ${form}`]);
  checkStep('sms "Hi" from ⟦"12345678901234567"⟧', [`FO3050: \`12345678901234567\` is not an SMS sender id: ${form}`]);
  checkStep('sms "Hi" from ⟦"Acme-Shop"⟧', [`FO3050: \`Acme-Shop\` is not an SMS sender id: ${form}`]);
  checkStep('sms "Hi" from ⟦"+302101234567"⟧', [`FO3050: \`+302101234567\` is not an SMS sender id: ${form}`]);
});

it('counts a parameter at its longest', () => {
  checkStep('sms "Hi" from "ACME {n}"', [], { params: 'n: text(..6)' });
  checkStep(
    'sms "Hi" from ⟦"ACME {n}"⟧',
    [`FO3050: \`ACME {n}\`, which may have 12 characters, is not an SMS sender id: ${form}`],
    { params: 'n: text(..7)' },
  );
  checkStep('sms "Hi" from "{sender}"', [], { params: 'sender: text' });
});

it('checks the ids of declared senders where they are declared', () => {
  checkFile('sender shop { sms ⟦"Acme-Shop"⟧ }', [`FO3050: \`Acme-Shop\` is not an SMS sender id: ${form}`]);
  checkFile('let brand = "Acme"\nsender shop { sms ⟦"{brand}-Shop"⟧ }', [
    `FO3050: \`Acme-Shop\` is not an SMS sender id: ${form}`,
  ]);
});

it('refuses empty ids', () => {
  checkFile('sender shop { viber ⟦""⟧ sms ⟦" "⟧ voice ⟦""⟧ }', [
    'FO3060: The `viber` sender is empty',
    'FO3060: The `sms` sender is empty',
    'FO3060: The `voice` sender is empty',
  ]);
  checkStep('voice say "Hi" lang en-US from ⟦""⟧', ['FO3060: The `voice` sender is empty']);
});

it('remarks on ids that look unusual', () => {
  checkFile('sender shop { viber ⟦"acme"⟧ voice ⟦"ACME"⟧ }', [
    'FO4021: `acme` does not look like the id of a Viber sender, which is a UUID',
    'FO4011: The caller `ACME` is not a number, which not every network carries',
  ]);
  checkStep('voice say "Hi" lang en-US from ⟦"ACME"⟧', [
    'FO4011: The caller `ACME` is not a number, which not every network carries',
  ]);
  checkStep('voice say "Hi" lang en-US from "+302101234567"');
  checkStep('viber "Hi" from ⟦"acme"⟧', [
    'FO4021: `acme` does not look like the id of a Viber sender, which is a UUID',
  ]);
});

it('counts more digits than letters', () => {
  checkStep('sms "Hi" from "30210{n}"', [], { params: 'n: text(..11)' });
  checkStep(
    'sms "Hi" from ⟦"30210{n}"⟧',
    [`FO3050: \`30210{n}\`, which may have 17 characters, is not an SMS sender id: ${form}`],
    { params: 'n: text(..12)' },
  );
  checkStep(
    'sms "Hi" from ⟦"+{n}"⟧',
    [`FO3050: \`+{n}\`, which may have 6 characters, is not an SMS sender id: ${form}`],
    { params: 'n: text(..5)' },
  );
});

it('takes a caller as it is dialled', () => {
  checkStep('voice say "Hi" lang en-US from "+302101234567"');
  checkStep('voice say "Hi" lang en-US from ⟦"30 210"⟧', [
    'FO4011: The caller `30 210` is not a number, which not every network carries',
  ]);
  checkStep('voice say "Hi" lang en-US from "{caller}"', [], { params: 'caller: text' });
});
