import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { manifestSchema } from './manifest.ts';

test('pack.schema.json says what the reader accepts', () => {
  const written: unknown = JSON.parse(readFileSync(new URL('../pack.schema.json', import.meta.url), 'utf8'));
  expect(written).toEqual(z.toJSONSchema(manifestSchema));
});
