import type { ClaimsReport, ConflictsReport } from '@hadaf/engine';
import { z } from 'zod';

/** Documents by id, as several published documents carry them. */
export const documents = z.record(
  z.string(),
  z.object({
    id: z.string(),
    title: z.string(),
    publisher: z.string(),
    url: z.string(),
    publishedOn: z.string().nullable(),
  }),
);

const publishedOf = { runId: z.string(), packId: z.string(), title: z.string(), asOf: z.string() };

const check = z.object({
  kind: z.enum(['arithmetic', 'source', 'actual']),
  formula: z.string(),
  reason: z.string(),
  computed: z.number(),
  agreement: z.enum(['same', 'by-rounding', 'apart']),
  words: z.string().default(''),
  restsOn: z.array(
    z.object({
      reference: z.string(),
      name: z.string().default(''),
      value: z.number(),
      unit: z.string().default(''),
      document: z.string(),
    }),
  ),
});

const claim = z.object({
  id: z.string(),
  document: z.string(),
  verdict: z.enum([
    'holds',
    'holds-by-rounding',
    'contradicted',
    'conflicting',
    'single-source',
    'promise-open',
    'promise-missed',
    'promise-kept',
    'promise-unverified',
  ]),
  because: z.string(),
  subject: z.string(),
  type: z.enum(['level', 'count', 'share', 'growth', 'difference', 'ratio', 'rank', 'range', 'plan']),
  value: z.number(),
  halfWidth: z.number(),
  qualifier: z.enum(['exact', 'rounded', 'over', 'about', 'range']),
  unit: z.string(),
  period: z.string(),
  checks: z.array(check),
});

/** The document of what the sources claim. */
export const claimsReportSchema: z.ZodType<ClaimsReport> = z.object({
  ...publishedOf,
  claims: z.array(claim),
  documents,
});

/** The document of where the sources disagree. */
export const conflictsReportSchema: z.ZodType<ConflictsReport> = z.object({
  ...publishedOf,
  conflicts: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      explanation: z.string(),
      sides: z.array(
        z.object({
          statement: z.string(),
          formula: z.string(),
          words: z.string().default(''),
          unit: z.string().default(''),
          value: z.number().nullable(),
          documents: z.array(z.string()),
        }),
      ),
    }),
  ),
  documents,
});
