import { describe, expect, it } from 'vitest';
import { clausesFor } from '../../src/check/clauses.js';
import { describeWord, ownersOf } from '../../src/describe/describe.js';
import type { ClauseOwner } from '../../src/describe/description.js';
import { statuses } from '../../src/routee/channels.js';
import {
  categoryWords,
  channelWords,
  clauseWords,
  declarationWords,
  devicesWords,
  flagWords,
  machineWords,
  momentWords,
  settingWords,
  targetWords,
  typeWords,
} from '../../src/syntax/words.js';

describe('every word has a description', () => {
  it('each clause, on each step that takes it', () => {
    for (const word of [...clauseWords, ...flagWords]) {
      const owners = ownersOf(word);
      expect(owners, word).not.toEqual([]);
      for (const on of owners) {
        const found = describeWord(word, { as: 'clause', on });
        expect(found, `${word} on ${on}`).toMatchObject({ word, takenBy: owners });
        expect(found?.field, `${word} on ${on}`).toBeDefined();
        expect(found?.syntax, `${word} on ${on}`).toContain(word);
      }
    }
  });

  it('each clause that a step takes, and no other', () => {
    const steps = [
      ['viber', 'viber', 'message'],
      ['viber template', 'viber', 'template'],
      ['sms', 'sms', 'message'],
      ['voice', 'voice', 'message'],
    ] as const satisfies readonly (readonly [ClauseOwner, string, string])[];
    for (const [owner, channel, viber] of steps) {
      const described = [...clauseWords, ...flagWords].filter((word) => ownersOf(word).includes(owner));
      expect(described.toSorted()).toEqual(clausesFor(channel, viber).toSorted());
    }
  });

  it('declarations, settings, starts of steps, types and values', () => {
    for (const word of declarationWords) expect(describeWord(word, { as: 'declaration' }), word).toBeDefined();
    for (const word of settingWords) expect(describeWord(word, { as: 'setting' }), word).toBeDefined();
    for (const word of [...channelWords, 'then']) expect(describeWord(word, { as: 'step' }), word).toBeDefined();
    for (const word of typeWords) expect(describeWord(word, { as: 'type' }), word).toBeDefined();
    const values = { category: categoryWords, devices: devicesWords, machine: machineWords, callback: momentWords };
    for (const [of, words] of Object.entries({ ...values, to: targetWords })) {
      for (const word of words) expect(describeWord(word, { as: 'value', of }), word).toBeDefined();
    }
  });

  it('each status with the spelling of the API', () => {
    for (const on of channelWords) {
      for (const { word, api, meaning } of statuses[on]) {
        expect(describeWord(word, { as: 'status', on })).toMatchObject({ summary: meaning, api });
      }
    }
    expect(describeWord('expired', { as: 'status', on: 'sms' })).toBeUndefined();
  });
});

describe('what is said', () => {
  it('follows the step', () => {
    expect(describeWord('ttl', { as: 'clause', on: 'viber' })).toMatchObject({
      field: 'ttl',
      unit: 'minutes',
      limits: '30 s to 1 d, in steps of 6 s',
      default: '10 min',
    });
    expect(describeWord('ttl', { as: 'clause', on: 'sms' })).toMatchObject({
      limits: '1 min to 1 d, in whole minutes',
      default: '20 h (1,200 minutes)',
    });
    expect(describeWord('label', { as: 'clause', on: 'sms' })?.field).toBe('message.label');
    expect(describeWord('label', { as: 'clause', on: 'viber' })?.field).toBe('label');
  });

  it('is that of the first step that takes a clause where the step at hand does not', () => {
    expect(describeWord('ttl', { as: 'clause', on: 'voice' })?.takenBy).toEqual(['viber', 'viber template', 'sms']);
  });

  it('is nothing for what is no word, whatever its name', () => {
    for (const word of ['', 'constructor', '__proto__', 'colour']) {
      expect(describeWord(word, { as: 'clause' })).toBeUndefined();
      expect(describeWord(word, { as: 'declaration' })).toBeUndefined();
      expect(describeWord('x', { as: 'value', of: word })).toBeUndefined();
    }
  });
});
