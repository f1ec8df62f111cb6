import type { IndicatorReport, IndicatorsReport } from '@hadaf/engine';
import { z } from 'zod';

const document = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  url: z.string(),
  publishedOn: z.string().nullable(),
});

const report = z.object({
  start: z.string(),
  end: z.string(),
  value: z.number(),
  qualifier: z.enum(['exact', 'rounded', 'over', 'about', 'range']),
  halfWidth: z.number(),
  agency: z.string(),
  period: z.string(),
  document: z.string(),
  publishedOn: z.string().nullable(),
  knownBy: z.string(),
  status: z.enum(['accepted', 'suspect', 'rejected']),
});

const label = z.enum(['reported', 'derived', 'estimated', 'unknown']);

const labels = z.object({
  reported: z.number(),
  derived: z.number(),
  estimated: z.number(),
  unknown: z.number(),
});

const published = { runId: z.string(), packId: z.string(), title: z.string(), asOf: z.string() };

const change = z.object({
  validFrom: z.string(),
  label: z.string(),
  definition: z.string(),
  documentId: z.string(),
  knownBy: z.string(),
  link: z.object({ factor: z.number(), basis: z.string() }).nullable(),
});

const named = {
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  kind: z.enum(['flow', 'stock', 'share']),
  definition: z.string(),
  variantOf: z.string().nullable(),
  changes: z.array(change).exactOptional().describe('Days from which it measures something else; absent: none'),
};

const month = z.object({
  start: z.string(),
  end: z.string(),
  period: z.string(),
  fiscalYear: z.string(),
  value: z.number().nullable(),
  standardDeviation: z.number().nullable(),
  label,
  restsOn: z
    .object({
      period: z.string(),
      value: z.number(),
      halfWidth: z.number().nullable(),
      arithmetic: z.string(),
      reports: z.array(report.extend({ sign: z.union([z.literal(1), z.literal(-1)]) })),
    })
    .nullable(),
});

const year = z.object({
  fiscalYear: z.string(),
  published: report,
  sum: z.number().nullable(),
  difference: z.number().nullable(),
  isWithinPrint: z.boolean(),
  labels,
  explanation: z.string(),
  others: z.array(report.extend({ difference: z.number().nullable(), isWithinPrint: z.boolean() })),
});

const conflict = z.object({
  kind: z.enum(['sums', 'suspect', 'revision']),
  excess: z.number(),
  impliesNegative: z.boolean(),
  reason: z.string(),
  reports: z.array(report),
  likelyCulprit: report,
});

/** The document of one indicator, month by month. */
export const indicatorReportSchema: z.ZodType<IndicatorReport> = z.object({
  ...published,
  indicator: z.object({ ...named, calendar: z.object({ firstMonth: z.number() }) }),
  dataThrough: z.string().nullable(),
  months: z.array(month),
  years: z.array(year),
  conflicts: z.array(conflict),
  documents: z.record(z.string(), document),
  targets: z.array(z.object({ targetId: z.string(), title: z.string() })),
});

/** The document that lists the indicators. */
export const indicatorsReportSchema: z.ZodType<IndicatorsReport> = z.object({
  ...published,
  indicators: z.array(
    z.object({
      ...named,
      observations: z.number(),
      from: z.string(),
      dataThrough: z.string(),
      latest: report,
      labels: labels.nullable(),
      conflicts: z.number(),
      exceptions: z.number(),
      document: document.nullable(),
      nextRelease: z
        .object({
          period: z.string(),
          expectedOn: z.string(),
          overdueDays: z.number(),
          basis: z.enum(['stated', 'history']),
        })
        .nullable()
        .default(null),
    }),
  ),
});
