import type { FiscalYearValue, Indicator, IsoDate, SourceDocument } from '@hadaf/series';
import type { ChainCheck } from '@hadaf/store';
import type { Target } from '@hadaf/targets';
import { announcementOf, citationOf } from '../assess/citation.ts';
import { judgedOutcome } from '../assess/judged-goal.ts';
import { type MeasuredSeries, measureSeries } from '../assess/measured-series.ts';
import { byText } from '../by-text.ts';
import type { ReportedSeries } from '../calibration/yearly-pool.ts';
import { comparableEntries } from './comparable-entries.ts';
import { forecastPaths } from './forecast-paths.ts';
import { hedgehogOf } from './hedgehog.ts';
import { panelReliability } from './panel-reliability.ts';
import type { DatedContent } from './record-content.ts';
import type { SeriesRecord, TrackRecordReport } from './record-report.ts';
import type { JudgedTarget } from './score-past-targets.ts';
import { entriesOfSeries, type Outcomes, scoreStream } from './score-stream.ts';
import type { OthersClaim } from './side-by-side.ts';

/** Everything the record of a pack is composed from; same evidence, same report. */
export interface RecordEvidence {
  readonly run: { readonly id: string; readonly packId: string; readonly asOf: IsoDate };
  readonly title: string;
  readonly reported: readonly ReportedSeries[];
  readonly targets: readonly Target[];
  readonly published: readonly DatedContent[];
  readonly replayed: readonly DatedContent[];
  /** The pages that print what is cited. */
  readonly documents: readonly SourceDocument[];
  readonly chains: readonly Pick<ChainCheck, 'kind' | 'entries' | 'head'>[];
}

/** The targets of the measured series, each with its outcome on the definition it is judged on. */
function judgedTargets(targets: readonly Target[], measured: ReadonlyMap<string, MeasuredSeries>): JudgedTarget[] {
  return targets.flatMap((stated): JudgedTarget[] => {
    const series = measured.get(stated.measure?.indicatorId ?? '');
    const judged = series && stated.kind === 'level' ? judgedOutcome(series, stated) : null;
    if (!series || !judged) return [];
    const { id: seriesId, unit } = series.indicator;
    return [{ ...judged, seriesId, unit }];
  });
}

const unjudged = { seriesId: '', dueYear: 0 } as const;

/** What others said of amounts in years that are over, the first said first. */
function othersClaims({ targets, documents, run }: RecordEvidence, judged: readonly JudgedTarget[]): OthersClaim[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return targets
    .filter(({ kind, due }) => kind === 'level' && due[0] && due[0].end <= run.asOf)
    .map((stated): OthersClaim => {
      const found = judged.find((one) => one.target.id === stated.id);
      const outcome = found?.outcome ?? null;
      const { target, seriesId, dueYear, unit } = found ?? { ...unjudged, target: stated, unit: stated.unit };
      return {
        ...{ target, seriesId, dueYear, unit, outcome, source: announcementOf(stated, byId) },
        outcomeSource: outcome && citationOf(outcome.observation, byId),
      };
    })
    .toSorted((a, b) => byText(a.target.knownBy, b.target.knownBy) || byText(a.target.id, b.target.id));
}

function seriesRecord(indicator: Indicator, evidence: RecordEvidence, { years, targets }: Outcomes): SeriesRecord {
  const actuals: readonly FiscalYearValue[] = years.get(indicator.id) ?? [];
  const own = targets.filter(({ seriesId }) => seriesId === indicator.id);
  const streams = (['published', 'replayed'] as const).map((kind) => ({
    kind,
    entries: entriesOfSeries(evidence[kind], indicator.id),
  }));
  return {
    ...{ seriesId: indicator.id, name: indicator.name, unit: indicator.unit },
    targetIds: own.map(({ target }) => target.id),
    hedgehog: hedgehogOf(indicator, actuals, streams),
    forecasts: forecastPaths(indicator, actuals, streams),
    streams: streams.map(({ kind, entries }) => scoreStream(kind, entries, { years, targets: own })),
  };
}

/** The record of a pack: published and replayed forecasts scored apart, as a whole and series by series. */
export function composeRecord(everything: RecordEvidence): TrackRecordReport {
  const { run, title, reported, chains } = everything;
  const indicators = reported.map(({ indicator }) => indicator);
  const [published = [], replayed = []] = [everything.published, everything.replayed].map((entries) =>
    comparableEntries(entries, indicators, run.asOf),
  );
  const evidence = { ...everything, published, replayed };
  const measured = new Map(
    reported.map(({ indicator, observations }) => [
      indicator.id,
      measureSeries(indicator, observations, new Map(), run.asOf),
    ]),
  );
  const years = new Map(
    [...measured].map(([id, series]) => [id, series.years.filter(({ span }) => span.end <= run.asOf)]),
  );
  const targets = judgedTargets(evidence.targets, measured);
  const outcomes = { years, targets };
  const whole = { ...outcomes, claims: othersClaims(evidence, targets) };
  const forecast = new Set(
    [...published, ...replayed].flatMap(({ content }) => content.forecasts.map((one) => one.seriesId)),
  );
  const newest = (published.at(-1) ?? replayed.at(-1))?.content.forecasts[0]?.calibration;
  return {
    ...{ runId: run.id, packId: run.packId, title, asOf: run.asOf },
    streams: [scoreStream('published', published, whole), scoreStream('replayed', replayed, whole)],
    series: reported
      .filter(({ indicator }) => forecast.has(indicator.id))
      .map(({ indicator }) => seriesRecord(indicator, evidence, outcomes)),
    chains: chains.map(({ kind, entries, head }) => ({ kind, entries, head })),
    calibration: newest ? { source: newest.source, series: newest.series, folds: newest.folds } : null,
    panel: panelReliability(),
  };
}
