import type { ChangeReport } from '@hadaf/engine';
import { z } from 'zod';

const figures = { probability: z.number(), central: z.number() };

const side = z.object({
  asOf: z.string(),
  runId: z.string().nullable(),
  codeVersion: z.string().nullable(),
  ...figures,
});

/** The document of why a target's number moved. */
export const changeReportSchema: z.ZodType<ChangeReport> = z.object({
  targetId: z.string(),
  title: z.string(),
  unit: z.string(),
  due: z.string(),
  from: side,
  to: side,
  parts: z.array(
    z.object({
      cause: z.enum(['new-data', 'revisions', 'late-rows', 'readings', 'target', 'settings', 'code']),
      label: z.string(),
      ...figures,
      reports: z.array(
        z.object({
          knownBy: z.string(),
          recordedAt: z.string(),
          period: z.string(),
          value: z.number(),
          unit: z.string(),
          documentId: z.string(),
          isRevision: z.boolean(),
          isAdded: z.boolean(),
        }),
      ),
    }),
  ),
  seedNoise: z.number(),
  seeds: z.number(),
  summary: z.string(),
});
