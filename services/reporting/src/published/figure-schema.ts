import { z } from 'zod';

/** Where a number comes from. */
export const citation = z.object({
  publisher: z.string(),
  agency: z.string(),
  url: z.string(),
  publishedOn: z.string().nullable(),
  knownBy: z.string(),
  knownByBasis: z.string(),
});

/** A number with its period, unit and sources. */
export const figure = z.object({
  label: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  period: z.string(),
  basis: z.string(),
  note: z.string(),
  citations: z.array(citation),
});
