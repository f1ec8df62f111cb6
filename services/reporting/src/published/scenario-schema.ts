import type { ScenarioReport } from '@hadaf/engine';
import { z } from 'zod';
import { citation, figure } from './figure-schema.ts';

const outcome = z.object({
  due: z.string(),
  probability: z.object({ atDate: z.number(), byDate: z.number() }).nullable(),
  median: z.number().nullable(),
  interval: z.object({ lower: z.number(), upper: z.number() }).nullable(),
  arrival: z.string().nullable(),
  arrivalLimit: z.string(),
});

const line = z.union([
  z.object({
    label: z.string(),
    amount: z.number(),
    from: z.string(),
    times: z.enum(['yearly', 'once']).optional(),
  }),
  z.object({ effect: z.string(), opening: z.string() }),
]);

/** A scenario's answer, as a run publishes it and as it is given on demand. */
export const scenarioReportSchema: z.ZodType<ScenarioReport> = z
  .object({
    id: z.string(),
    targetId: z.string(),
    name: z.string(),
    origin: z.enum(['pack', 'person']),
    by: z.string(),
    note: z.string(),
    specification: z.object({
      growth: z.array(z.number()).optional().describe('Percent a year'),
      acceleration: z.number().optional(),
      formula: z.string().optional(),
      cap: z.number().optional(),
      lines: z.array(line).optional(),
      delays: z.array(z.object({ of: z.string(), months: z.number() })).optional(),
      probability: z.number().optional(),
    }),
    assumes: z.array(z.string()),
    vintage: z.object({
      asOf: z.string(),
      dataVersion: z.string(),
      codeVersion: z.string(),
      seed: z.number(),
      paths: z.number(),
    }),
    unit: z.string(),
    reason: z.string().nullable().describe('Why it has no outcome'),
    base: outcome.nullable().describe('The forecast without it'),
    outcome: outcome.nullable(),
    difference: z.object({
      atDate: z.number().nullable(),
      byDate: z.number().nullable(),
      median: z.number().nullable(),
    }),
    periods: z.array(
      z.object({
        fiscalYear: z.number(),
        label: z.string(),
        end: z.iso.date(),
        median: z.number(),
        intervals: z.array(z.object({ level: z.number(), lower: z.number(), upper: z.number() })),
      }),
    ),
    whatItTakes: z.array(figure),
    citations: z.array(citation),
  })
  .meta({ description: 'A scenario with its answer' });
