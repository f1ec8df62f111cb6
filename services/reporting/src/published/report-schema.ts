import type { IndexReport, TargetReport } from '@hadaf/engine';
import { z } from 'zod';
import { citation, figure } from './figure-schema.ts';
import { scenarioReportSchema } from './scenario-schema.ts';

const status = z.enum(['achieved', 'on-track', 'at-risk', 'off-track', 'not-assessable', 'not-measurable']);

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

const yearPoints = z.array(z.object({ months: z.int().min(1).max(12), y: z.number() }));
const yearLine = z.object({ label: z.string(), points: yearPoints });

const yearToDate = z.object({
  chart: z.object({
    title: z.string(),
    unit: z.string(),
    months: z.array(z.string()),
    year: yearLine,
    earlier: z.array(yearLine),
    landing: z
      .object({
        median: z.number(),
        intervals: z.array(z.object({ level: z.number(), lower: z.number(), upper: z.number() })),
      })
      .nullable(),
    milestone: z.number().nullable(),
    pace: yearPoints,
    needed: z.object({ by: z.enum(['usual-shares', 'equal-months']), points: yearPoints }).nullable(),
  }),
  citations: z.array(citation),
});

const yearState = z.object({
  fiscalYear: z.int(),
  label: z.string(),
  start: z.iso.date(),
  end: z.iso.date(),
  state: z.enum(['over', 'running']),
  monthsKnown: z.int(),
  monthsOver: z.int(),
  monthsOverdue: z.int().nullable(),
  landing: z
    .object({
      median: z.number(),
      intervals: z.array(z.object({ level: z.number(), lower: z.number(), upper: z.number() })),
      from: z.enum(['months', 'forecast']),
    })
    .nullable(),
  milestone: z.object({ value: z.number(), probability: z.number().nullable() }).nullable(),
  sentences: z.array(z.string()),
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
  samePromiseAs: z.string().nullable().default(null),
  sparkline: z.object({ label: z.string(), values: z.array(chartPoint) }).nullable(),
});

const matrix = z.object({
  definitions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      definition: z.string(),
      isMeasure: z.boolean(),
      citations: z.array(citation),
    }),
  ),
  windows: z.array(z.number()),
  methods: z.array(
    z.object({
      id: z.string(),
      version: z.string(),
      variant: z.enum(['as-published', 'corrected']),
      name: z.string(),
      formula: z.string(),
      bands: z.string(),
      source: z.string(),
    }),
  ),
  cells: z.array(
    z.object({
      methodId: z.string(),
      definitionId: z.string(),
      windowYears: z.number().nullable(),
      status,
      label: z.string(),
      metric: z.number().nullable(),
      sentence: z.string(),
    }),
  ),
  majority: status.nullable(),
  disagreement: z.number(),
  summary: z.string(),
  contrast: z
    .object({
      from: z.object({ definitionId: z.string(), windowYears: z.number(), ratio: z.number() }),
      to: z.object({ definitionId: z.string(), windowYears: z.number(), ratio: z.number() }),
      definitionPart: z.number(),
      windowPart: z.number(),
      sentence: z.string(),
    })
    .nullable(),
});

const claim = z.object({
  targetId: z.string(),
  title: z.string(),
  announcedOn: z.string().nullable(),
  knownBy: z.string(),
  relation: z.enum(['first', 'repeats', 'revises-value', 'moves-date', 'changes-scope', 'stands-beside']),
  ground: z.enum(['stated', 'inferred']).default('inferred'),
  isSuperseded: z.boolean(),
  sentence: z.string(),
  citation,
});

const slips = z.object({
  dates: z.array(
    z.object({
      targetId: z.string(),
      dueOn: z.string(),
      knownBy: z.string(),
      announcedBy: z.string(),
      slipDays: z.number(),
    }),
  ),
  totalDays: z.number(),
  sentence: z.string(),
});

const pastTarget = z.object({
  targetId: z.string(),
  title: z.string(),
  announcedBy: z.string(),
  announcedOn: z.string().nullable(),
  standing: z.enum(['official', 'projection']),
  dueLabel: z.string(),
  targetValue: z.number(),
  outcome: z.number(),
  unit: z.string(),
  share: z.number().nullable(),
  reached: z.boolean(),
  citation,
});

/** Numbers, parts, symbols and expressions are absent from the runs of an earlier Hadaf. */
const explanationStep = z.object({
  number: z.int().default(0),
  part: z.enum(['promise', 'sources', 'way', 'year', 'forecast', 'even-odds', 'rules', 'verdict']).default('way'),
  title: z.string(),
  formula: z.string(),
  expression: z.string().nullable().default(null),
  worked: z.string().default(''),
  inputs: z.array(
    z.object({
      name: z.string(),
      symbol: z.string().default(''),
      value: z.number(),
      unit: z.string(),
      period: z.string(),
      step: z.int().nullable().default(null),
      citations: z.array(citation),
    }),
  ),
  withoutInputs: z.string().default(''),
  value: z.number().nullable(),
  unit: z.string(),
  period: z.string(),
  note: z.string(),
  citations: z.array(citation),
});

/** The document of one target. A published document that does not match is a fault of ours, found before a reader sees it. */
export const targetReportSchema: z.ZodType<TargetReport> = targetSummary.extend({
  runId: z.string(),
  asOf: z.string(),
  dataThrough: z.string().nullable(),
  staleness: z.string(),
  verdict: z.string(),
  verdictUrdu: z.string(),
  urdu: z.record(z.string(), z.string()),
  wording: z.object({
    claim: z.string().exactOptional().describe('The claim word for word'),
    due: z.string(),
    baseline: z.string(),
    note: z.string(),
  }),
  dueReadings: z.array(z.string()),
  assumption: z.string().nullable(),
  /** Absent from the runs of an earlier Hadaf. */
  monthsOf: z.string().nullable().default(null),
  claimHistory: z.array(claim),
  slips: slips.nullable(),
  figures: z.array(figure),
  /** These three are absent from the runs of an earlier Hadaf. */
  years: z.array(yearState).default([]),
  endedYear: z.array(figure).default([]),
  endedYearToDate: yearToDate.nullable().default(null),
  yearInProgress: z.array(figure),
  /** Absent from the runs of an earlier Hadaf. */
  yearToDate: yearToDate.nullable().default(null),
  whatItTakes: z.array(figure),
  matrix: matrix.nullable(),
  interval: z.array(
    z.object({
      period: z.string(),
      level: z.number(),
      lower: z.number(),
      upper: z.number(),
    }),
  ),
  fan: fan.nullable(),
  scenarios: z.array(scenarioReportSchema),
  rollOut: rollOut.nullable(),
  trackRecord: z.array(pastTarget),
  trackRecordNotes: z.array(z.string()),
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
  explanation: z.array(explanationStep),
  citations: z.array(citation),
  agencies: z.record(z.string(), z.string()).exactOptional().describe('Full names, by the words citations use'),
});

/** The document of the index. */
export const indexReportSchema: z.ZodType<IndexReport> = z.object({
  runId: z.string(),
  packId: z.string(),
  title: z.string(),
  asOf: z.string(),
  dataThrough: z.string().nullable(),
  targets: z.array(targetSummary),
  urdu: z.record(z.string(), z.string()),
  record: z.object({ entries: z.number(), head: z.string() }).nullable().default(null),
});
