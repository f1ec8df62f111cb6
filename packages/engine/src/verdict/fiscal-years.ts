import { laterYearsWords, type YearLanding, yearSentences } from '@hadaf/targets';
import { goalProbability } from '../assess/due-outlook.ts';
import { estimateLanding } from '../assess/landing.ts';
import type { TargetReport, YearStateReport } from '../report.ts';
import { yearFigures } from './year-in-progress.ts';
import { releaseOf, standingsOf, type YearEvidence, type YearView, yearView } from './year-step.ts';
import { yearToDateReport } from './year-to-date-lines.ts';

/** The part of a report that is about years without a total. */
export type FiscalYears = Pick<
  TargetReport,
  'years' | 'endedYear' | 'endedYearToDate' | 'yearInProgress' | 'yearToDate'
>;

/**
 * The years of a flow without a total, by the calendar: the first that is over, and the one the day is in. A year that is
 * over asks for nothing any more; what its unreported months must have brought is told as past.
 */
export function fiscalYears(evidence: YearEvidence): FiscalYears {
  const standings = standingsOf(evidence);
  const over = standings.filter(({ isOver }) => isOver);
  const ended = over[0] && yearView(evidence, over[0]);
  const running = standings.filter(({ isOver }) => !isOver).map((standing) => yearView(evidence, standing))[0];
  const runningFigures = running ? yearFigures(running) : [];
  const shown = new Set(runningFigures.map(({ label }) => label));
  return {
    years: [
      ...(ended ? [stateOf(ended, laterYearsWords(over.slice(1)))] : []),
      ...(running ? [stateOf(running, [])] : []),
    ],
    // The best month ever is one figure, beside the year in progress where something is asked of it.
    endedYear: ended ? yearFigures(ended).filter(({ label }) => !shown.has(label)) : [],
    endedYearToDate: ended ? yearToDateReport(ended) : null,
    yearInProgress: runningFigures,
    yearToDate: running ? yearToDateReport(running) : null,
  };
}

function landingOf({ series, annual, landing, standing, isForecastPassed }: YearView): YearLanding {
  const bounds = landing?.intervals.find(({ level }) => level === 0.8);
  if (landing && bounds) {
    return { kind: 'told', median: landing.median, lower80: bounds.lower, upper80: bounds.upper };
  }
  if (isForecastPassed) {
    return { kind: 'untold', reason: 'what is reported passes the lower end of the forecast, which does not know it' };
  }
  const asked = goalProbability(series, annual, { fiscalYear: standing.fiscalYear, value: 1, direction: 'up' });
  return { kind: 'untold', reason: asked.kind === 'none' ? asked.reason : 'its months are too few' };
}

function stateOf(view: YearView, more: readonly string[]): YearStateReport {
  const { standing, series, asked, landing, isLandedByMonths, releases } = view;
  const { fiscalYear, label, span, isOver, monthsKnown, monthsOver, monthsOverdue } = standing;
  const unit = series.indicator.unit;
  const basis = releaseOf(view, releases)?.basis ?? null;
  const alone = isLandedByMonths || !standing.sum ? null : estimateLanding(standing.sum);
  const sentences = yearSentences({
    ...{ standing, unit, asked, landing: landingOf(view), releases: basis },
    byMonthsAlone: alone?.median ?? null,
  });
  return {
    ...{ fiscalYear, label, start: span.start, end: span.end, monthsKnown, monthsOver, monthsOverdue },
    state: isOver ? 'over' : 'running',
    landing: landing && {
      ...{ median: landing.median, intervals: landing.intervals },
      from: isLandedByMonths ? 'months' : 'forecast',
    },
    milestone: asked.kind === 'asked' ? { value: asked.milestone, probability: asked.probability } : null,
    sentences: [...sentences, ...more],
  };
}
