import type { IndexReport, TargetReport } from '@hadaf/engine';
import { z } from 'zod';

const status = z.enum(['achieved', 'on-track', 'at-risk', 'off-track', 'not-assessable', 'not-measurable']);

const citation = z.object({
  publisher: z.string(),
  agency: z.string(),
  url: z.string(),
  publishedOn: z.string().nullable(),
  knownBy: z.string(),
  knownByBasis: z.string(),
});

const figure = z.object({
  label: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  period: z.string(),
  basis: z.string(),
  note: z.string(),
  citations: z.array(citation),
});

const chartPoint = z.object({ x: z.iso.date(), y: z.number() });

const fan = z.object({
  title: z.string(),
  unit: z.string(),
  actual: z.array(chartPoint.extend({ label: z.string(), provisional: z.boolean() })),
  forecast: z.array(
    z.object({
      x: z.iso.date(),
      label: z.string(),
      median: z.number(),
      intervals: z.array(z.object({ level: z.number(), lower: z.number(), upper: z.number() })),
    }),
  ),
  required: z.array(chartPoint),
  target: chartPoint.extend({ label: z.string() }),
});

const rollOut = z.object({
  title: z.string(),
  unit: z.string(),
  planned: z.array(chartPoint),
  reported: z.array(chartPoint),
});

const targetSummary = z.object({
  targetId: z.string(),
  title: z.string(),
  indicatorName: z.string(),
  unit: z.string(),
  targetValue: z.number(),
  dueLabel: z.string(),
  announcedOn: z.string().nullable(),
  announcedBy: z.string(),
  latest: figure.nullable(),
  requiredGrowth: z.number().nullable(),
  achievedGrowth: z.number().nullable(),
  probability: z.object({ atDate: z.number(), byDate: z.number() }).nullable(),
  status,
  label: z.string(),
  isSettled: z.boolean(),
  standing: z.enum(['official', 'projection']),
  dueEnd: z.string().nullable(),
  reason: z.string(),
  sparkline: z.object({ label: z.string(), values: z.array(chartPoint) }).nullable(),
});

/** The document of one target. A published document that does not match is a fault of ours, found before a reader sees it. */
export const targetReportSchema: z.ZodType<TargetReport> = targetSummary.extend({
  runId: z.string(),
  asOf: z.string(),
  dataThrough: z.string().nullable(),
  staleness: z.string(),
  verdict: z.string(),
  wording: z.object({
    due: z.string(),
    baseline: z.string(),
    note: z.string(),
  }),
  dueReadings: z.array(z.string()),
  assumption: z.string().nullable(),
  figures: z.array(figure),
  interval: z.array(
    z.object({
      period: z.string(),
      level: z.number(),
      lower: z.number(),
      upper: z.number(),
    }),
  ),
  fan: fan.nullable(),
  rollOut: rollOut.nullable(),
  models: z.array(
    z.object({
      name: z.string(),
      weight: z.number(),
      leftOut: z.string().nullable(),
      parameters: z.record(z.string(), z.number()),
    }),
  ),
  alerts: z.array(
    z.object({
      raisedOn: z.string(),
      from: status,
      to: status,
      reason: z.string(),
    }),
  ),
  caveats: z.array(z.string()),
  citations: z.array(citation),
});

/** The document of the index. */
export const indexReportSchema: z.ZodType<IndexReport> = z.object({
  runId: z.string(),
  packId: z.string(),
  title: z.string(),
  asOf: z.string(),
  dataThrough: z.string().nullable(),
  targets: z.array(targetSummary),
});
