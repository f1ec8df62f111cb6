import {
  describeDay,
  describeSpan,
  formatQuantity,
  monthIndex,
  monthsSpan,
  type Observation,
  type YearStanding,
} from '@hadaf/series';
import type { YearAsked } from '@hadaf/targets';
import { citationOf } from '../assess/citation.ts';
import { landingBasis, sumBasis } from '../assess/series-figures.ts';
import type { Figure } from '../report.ts';
import { usualShares } from './usual-shares.ts';
import type { YearStep, YearView } from './year-step.ts';

const monthsOfYear = 12;
const unsourced = { note: '', citations: [] } as const;

/** Labels of a year that is over, then of the one in progress: no two figures of a report share a label. */
const labels = {
  soFar: ['Ended year, so far', 'Year in progress, so far'],
  lands: ['Where the ended year lands', 'Where that year lands'],
  milestone: ['Milestone of the ended year', 'Milestone of the year'],
  byNow: ['Where it should have been by then', 'Where it should be by now'],
  chance: ['Probability of the ended year’s milestone', 'Probability of the year’s milestone'],
} as const;

const labelOf = (name: keyof typeof labels, { isOver }: YearStanding): string => labels[name][isOver ? 0 : 1];

/** All figures of a year without a total: what is known, where it lands, what its milestone takes. */
export function yearFigures(view: YearView): Figure[] {
  const { asked } = view;
  return [
    ...soFarFigures(view),
    ...landingFigures(view),
    ...(asked.kind === 'asked'
      ? [
          milestoneFigure(view, asked),
          ...byNowFigures(view, asked),
          ...neededFigures(view),
          ...chanceFigures(view, asked),
        ]
      : []),
  ];
}

function knownReports({ standing: { sum, later } }: YearView): Observation[] {
  return [...(sum?.observations ?? []), ...later];
}

const citationsOf = ({ series }: YearView, reports: readonly Observation[]) =>
  reports.map((report) => citationOf(report, series.documents));

/** What is known of the year; nothing is said of a series reported by years alone. */
function soFarFigures(view: YearView): Figure[] {
  const { series, standing } = view;
  const { sum, later, value, monthsKnown, label, part } = standing;
  if (part === null) return [];
  const shown = { label: labelOf('soFar', standing), unit: series.indicator.unit };
  if (monthsKnown === 0) {
    const note = `no month of ${label} is reported yet`;
    return [{ ...shown, value: null, period: label, basis: 'reported', note, citations: [] }];
  }
  const isWhole = sum !== null && later.length === 0;
  return [
    {
      ...{ ...shown, value, note: `${monthsKnown} of 12 months of ${label} known` },
      period: isWhole ? describeSpan(sum.span, series.indicator.calendar) : label,
      basis: isWhole ? sumBasis(sum) : 'sum of what is reported, with months missing between',
      citations: citationsOf(view, knownReports(view)),
    },
  ];
}

function landingFigures(view: YearView): Figure[] {
  const { series, standing, landing, isLandedByMonths } = view;
  if (!landing) return [];
  const { unit } = series.indicator;
  const bounds = landing.intervals.find(({ level }) => level === 0.8);
  const interval = bounds ? `${formatQuantity(bounds.lower, unit)} to ${formatQuantity(bounds.upper, unit)}` : '';
  const byMonths = isLandedByMonths && series.landing && standing.sum;
  const isSummed = series.landing?.precedents === 0 && isLandedByMonths;
  return [
    {
      ...{ label: labelOf('lands', standing), value: landing.median, unit, period: standing.label },
      basis: byMonths
        ? landingBasis(series.landing, standing.sum)
        : `median of the forecast from ${series.years.length} reported years`,
      note: `${isSummed ? 'no total is reported' : 'estimate'}; 80 % interval ${interval}`,
      citations: byMonths ? citationsOf(view, standing.sum.observations) : [],
    },
  ];
}

function milestoneFigure({ series, standing }: YearView, { milestone, basis }: YearStep): Figure {
  const { unit } = series.indicator;
  return { label: labelOf('milestone', standing), value: milestone, unit, period: standing.label, basis, ...unsourced };
}

/** Where the milestone would have the year stand after the months known, or after those that are over where none is. */
function byNowFigures(view: YearView, { milestone }: YearAsked): Figure[] {
  const { series, standing } = view;
  const months = standing.sum?.months ?? standing.monthsOver;
  const share = usualShares(series, standing).find((point) => point.months === months)?.y;
  if (share === undefined || months === monthsOfYear) return [];
  const { unit, calendar } = series.indicator;
  const first = monthIndex(standing.span.start);
  const ahead = (standing.sum?.value ?? 0) - milestone * share;
  const words = `what is known is ${formatQuantity(Math.abs(ahead), unit)} ${ahead < 0 ? 'below' : 'above'} it`;
  return [
    {
      label: labelOf('byNow', standing),
      value: milestone * share,
      unit,
      period: describeSpan(monthsSpan(first, first + months - 1), calendar),
      basis: `milestone × usual share of the first ${months} months (${(share * 100).toFixed(1)} %)`,
      note: standing.sum ? words : 'none of these months is reported yet',
      citations: [],
    },
  ];
}

function neededFigures(view: YearView): Figure[] {
  const { series, standing, asked } = view;
  const { part, value, monthsKnown, isOver } = standing;
  if (asked.kind !== 'asked' || asked.needed === null || part === null) return [];
  const { unit, calendar } = series.indicator;
  const { needed, bestReport: best, direction } = asked;
  const isReached = direction === 'up' && needed <= 0;
  const left = (monthsOfYear - monthsKnown) / (part === 'quarter' ? 3 : 1);
  const figure: Figure = {
    label: isOver ? `Had to come in each ${part} not reported` : `Needed in each remaining ${part}`,
    value: isReached ? 0 : needed,
    unit: `${unit} a ${part}`,
    period: restOf(standing),
    basis: monthsKnown === 0 ? `milestone ÷ ${left}` : `(milestone − ${value}) ÷ ${left}`,
    note: isReached ? 'the milestone is reached already' : noteOf(view, asked),
    citations: citationsOf(view, knownReports(view)),
  };
  if (!best) return [figure];
  const record: Figure = {
    label: direction === 'up' ? `Best ${part} known` : `Lowest ${part} known`,
    value: best.value,
    unit,
    period: describeSpan(best, calendar),
    basis: 'reported',
    note: best.note,
    citations: citationsOf(view, [best]),
  };
  return [figure, record];
}

/** What is left of the year: after the months known without a gap. */
function restOf({ sum, span }: YearStanding): string {
  if (!sum) return `${describeDay(span.start)} – ${describeDay(span.end)}`;
  return `after ${describeDay(sum.span.end)}, to ${describeDay(span.end)}`;
}

/** Against the best part ever, and how many of the parts left are over without being reported. */
function noteOf({ standing }: YearView, { needed, best, direction }: YearAsked): string {
  const { part, isOver, monthsKnown, monthsOver } = standing;
  const extreme = direction === 'up' ? 'best' : 'lowest';
  const isRecord = direction === 'up' && needed !== null && best !== null && needed > best;
  const compared =
    needed !== null && best !== null && best > 0
      ? [`${(needed / best).toFixed(2)} times the ${extreme} ${part} ${isRecord ? 'ever known' : 'known'}`]
      : [];
  const past = monthsOver - monthsKnown;
  const silent =
    isOver || past < 1 ? [] : [`${past} of these months ${past === 1 ? 'is' : 'are'} over and not reported`];
  return [...compared, ...silent].join('; ');
}

function chanceFigures({ standing, isLandedByMonths }: YearView, { probability }: YearAsked): Figure[] {
  if (probability === null) return [];
  return [
    {
      label: labelOf('chance', standing),
      value: probability,
      unit: 'probability',
      period: standing.label,
      basis: isLandedByMonths
        ? 'share of the landing estimate’s distribution that reaches the milestone'
        : 'share of the forecast’s paths that reach the milestone',
      ...unsourced,
    },
  ];
}
