import { describeDay } from '@hadaf/series';
import type { TargetEvidence } from '../assess/target-evidence.ts';
import { type DraftStep, taken } from './chain.ts';

const stated = { expression: null, inputs: [], value: null, unit: '', period: '', citations: [] } as const;

/** What was looked for to measure a promise, what was found of it, and what would make it measurable. */
export function unmeasuredSteps(
  { target, asOf }: Pick<TargetEvidence, 'target' | 'asOf'>,
  promise: DraftStep,
): DraftStep[] {
  const named = target.indicatorId.replaceAll('_', ' ');
  const sought: DraftStep = {
    ...{ ...stated, part: 'sources', title: 'What would have to be measured' },
    formula: 'the indicator that the claim names, in the unit of the promise',
    inputs: taken('promise', 'promised', promise),
    ...{ withoutInputs: '', note: named },
  };
  const found: DraftStep = {
    ...{ ...stated, part: 'sources', title: 'Series that measure it', value: 0, unit: 'count' },
    formula: 'series of the pack with reported values of that indicator, or of one stated to stand for it',
    withoutInputs: `none is known on ${describeDay(asOf)}`,
    ...{ period: describeDay(asOf), note: (target.notMeasurableBecause ?? '').replace(/\.$/, '') },
  };
  const needed: DraftStep = {
    ...{ ...stated, part: 'way', title: 'What would make it measurable' },
    formula: 'reported values of that indicator under one definition, each with unit, period, page and day',
    inputs: taken('series', 'series that measure it', found),
    withoutInputs: '',
    note: 'one value scores the promise at its date; two years in a row give a pace; three give a probability',
  };
  return [sought, found, needed];
}
