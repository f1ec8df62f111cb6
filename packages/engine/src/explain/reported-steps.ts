import { describeDay, describeSpan, type FiscalYearValue } from '@hadaf/series';
import { type Target, termsOf } from '@hadaf/targets';
import { citationOf } from '../assess/citation.ts';
import { linkedBase } from '../assess/definition-footing.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import { yearFigure } from '../assess/series-figures.ts';
import type { Citation } from '../report.ts';
import { type DraftStep, figureStep, readFromPage, reportedStep, taken } from './chain.ts';

/** What was promised, in the words and on the page of the claim. */
export function promiseStep(target: Target, announcement: Citation): DraftStep {
  const { title, value, unit, due, announcedBy, announcedOn } = target;
  return reportedStep('promise', {
    title: 'What was promised',
    formula: 'as announced',
    ...{ value, unit, period: due[0]?.label ?? 'no date stated' },
    note: `“${title}”, ${announcedBy}${announcedOn ? `, ${describeDay(announcedOn)}` : ''}`,
    citations: [announcement],
  });
}

/** What was chosen to judge a range, several dates or a promise to hold as one value on one date; the promise itself else. */
export function judgedStep(claim: Target, judged: Target, choices: readonly string[], promise: DraftStep): DraftStep {
  if (choices.length === 0) return promise;
  const { upper } = termsOf(claim);
  const isRange =
    upper !== null && judged.value === Math[judged.direction === 'up' ? 'min' : 'max'](claim.value, upper);
  const other = reportedStep('promise', {
    title: 'The other end of the range',
    ...{ value: upper, unit: claim.unit, period: promise.period, citations: promise.citations },
  });
  const ends = isRange ? [...taken('one', 'one end', promise), ...taken('other', 'other end', other)] : null;
  return {
    part: 'promise',
    title: 'What is judged',
    expression: ends && `${judged.direction === 'up' ? 'min' : 'max'}(one, other)`,
    formula: 'read from the claim',
    inputs: ends ?? taken('claim', 'promised', promise),
    withoutInputs: '',
    ...{ value: judged.value, unit: judged.unit, period: judged.due[0]?.label ?? promise.period },
    note: choices.join(' '),
    citations: promise.citations,
  };
}

/** A value set on another definition, times the links stated between the two; the step itself where they are one. */
export function linkedStep(reading: Target, judged: Target, step: DraftStep): DraftStep {
  if (judged.value === reading.value) return step;
  return {
    ...step,
    title: 'What was promised, on the definition it is judged by',
    expression: `announced * ${judged.value / reading.value}`,
    inputs: taken('announced', 'value announced', step),
    ...{ withoutInputs: '', value: judged.value, note: '' },
  };
}

/** Every yearly value of a series, oldest first, by its fiscal year. */
export function yearSteps(series: MeasuredSeries, definition: string | null = null): ReadonlyMap<number, DraftStep> {
  const steps = series.years.map((year): [number, DraftStep] => [year.fiscalYear, yearStep(series, year, definition)]);
  return new Map(steps);
}

const linkedWords = 'reported, times the stated link to the present definition';

function yearStep(series: MeasuredSeries, year: FiscalYearValue, definition: string | null): DraftStep {
  const figure = yearFigure(series, year);
  const of = definition === null ? figure.period : `${figure.period}, ${definition}`;
  const isLatest = definition === null && year === series.years.at(-1);
  const isSummed = year.basis === 'reconciled-months';
  const linked = linkedBase(series, year.fiscalYear);
  return figureStep(
    'sources',
    { ...figure, note: linked ?? figure.note, label: isLatest ? figure.label : `Value of ${of}` },
    {
      formula: isSummed ? 'sum of its reconciled months; no total is published' : linked ? linkedWords : figure.basis,
      withoutInputs: isSummed ? 'the months it is summed from are listed with the indicator' : readFromPage,
    },
  );
}

/** Sources of what was observed, as inputs of the step that adds it up. */
export function observedInputs(
  { indicator, documents }: MeasuredSeries,
  observations: MeasuredSeries['known'],
  symbol: string,
) {
  return observations.map((observation, i) => ({
    symbol: `${symbol}${i + 1}`,
    name: describeSpan(observation, indicator.calendar),
    from: {
      value: observation.value,
      unit: indicator.unit,
      period: describeSpan(observation, indicator.calendar),
      citations: [citationOf(observation, documents)],
    },
  }));
}
