import type { TrackRecordReport } from '@hadaf/engine';
import { z } from 'zod';
import { citation } from './figure-schema.ts';

const day = z.iso.date();
const point = z.object({ x: day, y: z.number(), label: z.string() });

const bar = z.object({
  from: z.number(),
  to: z.number(),
  count: z.number(),
  meanProbability: z.number(),
  hitShare: z.number(),
  lower: z.number(),
  upper: z.number(),
});

const reliability = z.object({
  questions: z.number(),
  events: z.number(),
  seriesCount: z.number(),
  brier: z.number(),
  logScore: z.number(),
  calibrationError: z.number(),
  parts: z.object({
    reliability: z.number(),
    resolution: z.number(),
    uncertainty: z.number(),
    withinBins: z.number(),
  }),
  rows: z.array(bar),
  chart: z.object({ title: z.string(), bars: z.array(bar) }),
  sentence: z.string(),
});

const horizon = z.object({
  horizon: z.number(),
  years: z.number(),
  scores: z.array(
    z.object({
      name: z.string(),
      mase: z.number(),
      mape: z.number().nullable().default(null),
      bias: z.number().nullable().default(null),
      skill: z.number().nullable().default(null),
      crps: z.number(),
      coverage80: z.number(),
      coverage95: z.number(),
      brier: z.number(),
      logScore: z.number(),
    }),
  ),
});

const movement = z.object({
  changes: z.number(),
  days: z.number(),
  targets: z.number(),
  meanChange: z.number(),
  correlation: z.number().nullable(),
  movement: z.number(),
  uncertaintyReduction: z.number(),
  z: z.number().nullable(),
  verdict: z.enum(['honest', 'too-much', 'too-little', 'too-few']),
  sentence: z.string(),
});

const pastTarget = z.object({
  targetId: z.string(),
  title: z.string(),
  announcedBy: z.string(),
  standing: z.enum(['official', 'projection']),
  knownBy: day,
  dueLabel: z.string(),
  unit: z.string(),
  targetValue: z.number(),
  outcome: z.number(),
  share: z.number().nullable(),
  reached: z.boolean(),
  comparison: z
    .object({
      asOf: day,
      ours: z.number(),
      benchmark: z.number(),
      errorOfTarget: z.number(),
      errorOfOurs: z.number(),
      errorOfBenchmark: z.number(),
    })
    .nullable(),
  vintages: z.array(z.object({ asOf: day, probability: z.number() })),
  missVisibleSince: day.nullable(),
  missVisibleDays: z.number().nullable(),
});

const kind = z.enum(['published', 'replayed']);
const standing = z.enum(['official', 'projection']);

const others = z.object({
  rows: z.array(
    z.object({
      targetId: z.string(),
      title: z.string(),
      announcedBy: z.string(),
      standing,
      knownBy: day,
      dueLabel: z.string(),
      unit: z.string(),
      said: z.number(),
      source: citation,
      outcome: z.number().nullable(),
      outcomeSource: citation.nullable(),
      beside: z.object({ asOf: day, horizon: z.number(), ours: z.number(), drift: z.number() }).nullable(),
      absent: z.string().nullable(),
    }),
  ),
  scores: z.array(
    z.object({
      standing,
      horizon: z.number().nullable(),
      cases: z.number(),
      unit: z.string().nullable(),
      scores: z.array(
        z.object({
          who: z.string(),
          mae: z.number().nullable(),
          mape: z.number(),
          bias: z.number(),
          skill: z.number().nullable(),
        }),
      ),
    }),
  ),
  sentence: z.string(),
});

const forecastPath = z.object({
  kind,
  asOf: day,
  originLabel: z.string(),
  isFirst: z.boolean(),
  years: z.array(
    z.object({
      end: day,
      label: z.string(),
      median: z.number(),
      lower: z.number(),
      upper: z.number(),
      actual: z.number().nullable(),
    }),
  ),
});

const landingScore = z.object({
  name: z.string(),
  cases: z.int(),
  error: z.number(),
  oursOnSame: z.number(),
  crps: z.number(),
  coverage80: z.number().nullable(),
  coverage95: z.number().nullable(),
});

const landings = z.object({
  months: z.array(z.object({ months: z.int(), scores: z.array(landingScore) })),
  scores: z.array(landingScore),
  cases: z.array(
    z.object({
      seriesId: z.string(),
      label: z.string(),
      asOf: day,
      months: z.int(),
      unit: z.string(),
      median: z.number(),
      lower80: z.number(),
      upper80: z.number(),
      actual: z.number(),
      sameShare: z.number().nullable(),
      equalMonths: z.number(),
      official: z.object({ targetId: z.string(), value: z.number() }).nullable(),
    }),
  ),
  milestoneReliability: reliability.nullable(),
  sentence: z.string(),
});

const stream = z.object({
  kind,
  entries: z.number(),
  firstDay: day.nullable(),
  lastDay: day.nullable(),
  horizons: z.array(horizon),
  targetReliability: reliability.nullable(),
  byDateReliability: reliability.nullable().default(null),
  standardReliability: reliability.nullable(),
  movement: movement.nullable(),
  pastTargets: z.array(pastTarget),
  others: others.nullable().default(null),
  /** Absent from the records of an earlier Hadaf. */
  landings: landings.nullable().default(null),
  sentence: z.string(),
});

/** The document of the track record. */
export const recordReportSchema: z.ZodType<TrackRecordReport> = z.object({
  runId: z.string(),
  packId: z.string(),
  title: z.string(),
  asOf: day,
  streams: z.array(stream),
  series: z.array(
    z.object({
      seriesId: z.string(),
      name: z.string(),
      unit: z.string(),
      targetIds: z.array(z.string()),
      hedgehog: z
        .object({
          title: z.string(),
          unit: z.string(),
          actual: z.array(point),
          paths: z.array(z.object({ asOf: day, isReplayed: z.boolean(), points: z.array(point) })),
        })
        .nullable(),
      forecasts: z.array(forecastPath).default([]),
      streams: z.array(stream),
    }),
  ),
  chains: z.array(z.object({ kind, entries: z.number(), head: z.string().nullable() })),
  calibration: z.object({ source: z.string(), series: z.number(), folds: z.number() }).nullable(),
  panel: reliability.nullable(),
});
