import { dateUnit, dayNumber, daysBetween, describeDay } from '@hadaf/series';
import { citationOf } from '../assess/citation.ts';
import type { TargetEvidence } from '../assess/target-evidence.ts';
import type { Citation, SlipReport } from '../report.ts';
import { type DraftStep, reportedStep, taken } from './chain.ts';
import { slipSteps } from './slip-steps.ts';

/** What the steps of an event rest on. */
export type EventEvidence = Pick<TargetEvidence, 'target' | 'claims' | 'documents' | 'series' | 'asOf'>;

/** The date promised, against the day it happened or the day of the report; and how far the date has moved. */
export function eventSteps(evidence: EventEvidence, announcement: Citation, slips: SlipReport | null): DraftStep[] {
  const due = evidence.target.due[0];
  if (!due) return [];
  const promised = dayStep('The date promised', due.end, [announcement]);
  return [promised, ...distanceSteps(evidence, promised, due.end), ...slipSteps(evidence, slips)];
}

const dayStep = (title: string, on: string, citations: readonly Citation[]): DraftStep =>
  reportedStep('sources', { title, value: dayNumber(on), unit: dateUnit, period: describeDay(on), citations });

function distanceSteps({ target, series, asOf }: EventEvidence, promised: DraftStep, dueOn: string): DraftStep[] {
  const seen = series?.known.find(({ value, end }) => value >= target.value && end <= asOf);
  if (seen && series) {
    const happened = dayStep('The day it happened', seen.end, [citationOf(seen, series.documents)]);
    return [
      happened,
      daysStep('Days from its date to the day it happened', daysBetween(dueOn, seen.end), promised, happened),
    ];
  }
  const today: DraftStep = {
    ...dayStep('The day of this report', asOf, []),
    formula: 'the day as of which everything was read',
    withoutInputs: 'chosen by who asked',
  };
  const passed = daysBetween(dueOn, asOf);
  return passed > 0
    ? [today, daysStep('Days since its date passed', passed, promised, today)]
    : [today, daysStep('Days left to its date', -passed, today, promised)];
}

function daysStep(title: string, value: number, from: DraftStep, to: DraftStep): DraftStep {
  const inputs = [...taken('to', nameOf(to), to), ...taken('from', nameOf(from), from)];
  return {
    ...{ part: 'way', title, expression: 'to - from', formula: '', inputs, withoutInputs: '', value, unit: 'days' },
    ...{ period: `${from.period} to ${to.period}`, note: '', citations: [] },
  };
}

/** The title as it stands inside a formula: `The date promised` → `date promised`. */
const nameOf = ({ title }: DraftStep): string => title.replace(/^The /, '');
