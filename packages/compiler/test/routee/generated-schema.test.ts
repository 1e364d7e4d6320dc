import { describe, expect, it } from 'vitest';
import { bothCases, requestJsonSchema } from '../../../../scripts/generate-schemas.js';
import standardSchema from '../../schemas/standard-request.schema.json' with { type: 'json' };
import transactionalSchema from '../../schemas/transactional-request.schema.json' with { type: 'json' };

it('is what the script generates', () => {
  expect(standardSchema).toEqual(requestJsonSchema('standard'));
  expect(transactionalSchema).toEqual(requestJsonSchema('transactional'));
});

describe('bothCases', () => {
  it.each([
    ['^[a-f0-9]x$', '^[a-fA-F0-9][xX]$'],
    ['https?:\\/\\/[^\\s/?#]+', '[hH][tT][tT][pP][sS]?:\\/\\/[^\\s/?#]+'],
    ['a-b[x+.-]\\p{Lu}\\d', '[aA]-[bB][xX+.-]\\p{Lu}\\d'],
  ])('%s', (source, expected) => expect(bothCases(source)).toBe(expected));
});
