import type { VariantsList, VariantsReport } from '@hadaf/engine';
import { z } from 'zod';
import { documents } from './claims-schema.ts';

const publishedOf = { runId: z.string(), packId: z.string(), title: z.string(), asOf: z.string() };

const value = z.object({
  indicator: z.string(),
  value: z.number(),
  qualifier: z.enum(['exact', 'rounded', 'over', 'about', 'range']),
  halfWidth: z.number(),
  agency: z.string(),
  document: z.string(),
  publishedOn: z.string().nullable(),
  knownBy: z.string(),
});

/** The document of one idea under several definitions. */
export const variantsReportSchema: z.ZodType<VariantsReport> = z.object({
  ...publishedOf,
  id: z.string(),
  definitions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      definition: z.string(),
      unit: z.string(),
      kind: z.enum(['flow', 'stock', 'share']),
      observations: z.int(),
    }),
  ),
  periods: z.array(z.object({ period: z.string(), start: z.string(), end: z.string(), values: z.array(value) })),
  documents,
});

/** The document of all such ideas. */
export const variantsListSchema: z.ZodType<VariantsList> = z.object({
  ...publishedOf,
  ideas: z.array(z.object({ id: z.string(), name: z.string(), periods: z.int(), definitions: z.array(z.string()) })),
});
