import { counted, type LandingPrecedent, type YearToDate } from '@hadaf/series';
import { citationOf } from '../assess/citation.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { Figure } from '../report.ts';
import type { YearView } from '../verdict/year-step.ts';
import { type DraftInput, type DraftStep, figureStep, taken } from './chain.ts';
import { observedInputs } from './reported-steps.ts';

/** The sum of what was reported of a year; of reconciled months the reports are named, and their reconciliation listed. */
export function knownStep(
  figure: Figure | undefined,
  { series, standing }: Pick<YearView, 'series' | 'standing'>,
): DraftStep | undefined {
  if (!figure) return undefined;
  const inputs = observedInputs(series, [...(standing.sum?.observations ?? []), ...standing.later], 'reported');
  const isSummed = standing.sum?.basis !== 'reconciled-months' && inputs.length > 0;
  const expression = isSummed ? inputs.map(({ symbol }) => symbol).join(' + ') : null;
  return figureStep('year', { ...figure, citations: [] }, { expression, inputs });
}

/** The ratios of earlier years as inputs of what is told from them. */
export const ratioInputs = (ratios: readonly DraftStep[]): DraftInput[] =>
  ratios.flatMap((ratio, i) => taken(`ratio${i + 1}`, `ratio of ${ratio.period}`, ratio));

/**
 * How a year's first months grew into its total.
 *
 * @param months  how many of them, where the title has to tell these months from the landing's
 */
export function precedentStep(
  series: MeasuredSeries,
  years: ReadonlyMap<number, DraftStep>,
  { yearToDate: same, annual }: Omit<LandingPrecedent, 'yearToDate'> & { readonly yearToDate: YearToDate },
  months?: number,
): DraftStep {
  const observed = observedInputs(series, same.observations, 'months');
  const total: DraftInput = {
    symbol: 'total',
    name: `total of ${annual.label}`,
    from: years.get(annual.fiscalYear) ?? {
      ...{ value: annual.value, unit: series.indicator.unit, period: annual.label },
      citations: [citationOf(annual.observation, series.documents)],
    },
  };
  const part = months === undefined ? 'same months' : `first ${counted(months, 'month')}`;
  return {
    part: 'year',
    title: `Total ÷ ${part}, ${annual.label}`,
    expression: same.basis === 'reconciled-months' ? null : `total / ${sumOf(observed)}`,
    formula: 'total ÷ the sum of its reconciled months',
    inputs: [total, ...observed],
    withoutInputs: '',
    ...{ value: annual.value / same.value, unit: 'ratio', period: annual.label, note: '', citations: [] },
  };
}

/** The sum of some inputs as one term. */
function sumOf(inputs: readonly DraftInput[]): string {
  const terms = inputs.map(({ symbol }) => symbol).join(' + ');
  return inputs.length > 1 ? `(${terms})` : terms;
}
