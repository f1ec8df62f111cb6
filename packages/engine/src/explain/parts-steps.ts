import { claimsAround, statedParts, type Target, termsOf } from '@hadaf/targets';
import { announcementOf } from '../assess/citation.ts';
import type { TargetEvidence } from '../assess/target-evidence.ts';
import { type DraftInput, type DraftStep, reportedStep, taken } from './chain.ts';

type PartsEvidence = Pick<TargetEvidence, 'target' | 'claims' | 'documents'>;

/** The stated parts of a promise, or of the same promise made elsewhere, their sum and what it misses the whole by. */
export function partsSteps(evidence: PartsEvidence, promise: DraftStep): DraftStep[] {
  const { target, claims } = evidence;
  const headlines = claimsAround(target, claims).filter(({ value }) => value === target.value);
  return headlines.flatMap((headline) => {
    const parts = statedParts(headline, claims).map((part) => partStep(part, evidence));
    if (parts.length === 0) return [];
    const whole = headline.id === target.id ? promise : wholeStep(headline, evidence);
    const inputs = parts.flatMap((part, i) => taken(`part${i + 1}`, `part ${i + 1}`, part));
    const sum = sumStep(inputs, headline);
    return [...parts, whole, sum, missStep(sum, whole, headline)];
  });
}

/** A part that is a range counts by its middle. */
function partStep(part: Target, { documents }: PartsEvidence): DraftStep {
  const { upper } = termsOf(part);
  const citations = [announcementOf(part, documents)];
  const shown = { unit: part.unit, period: part.due[0]?.label ?? 'no date stated', citations };
  const title = `Part: ${part.title}`;
  const low = reportedStep('sources', { ...shown, title, formula: 'as announced', value: part.value });
  if (upper === null) return low;
  const end = (symbol: string, value: number): DraftInput => ({
    symbol,
    name: `${symbol} end`,
    from: { ...shown, value },
  });
  return {
    ...low,
    ...{
      expression: '(lower + upper) / 2',
      inputs: [end('lower', part.value), end('upper', upper)],
      withoutInputs: '',
    },
    ...{ value: (part.value + upper) / 2, citations: [] },
  };
}

function wholeStep(headline: Target, { documents }: PartsEvidence): DraftStep {
  const { value, unit, due } = headline;
  return reportedStep('sources', {
    ...{ title: `The whole: ${headline.title}`, formula: 'as announced', value, unit },
    ...{ period: due[0]?.label ?? 'no date stated', citations: [announcementOf(headline, documents)] },
  });
}

function sumStep(inputs: readonly DraftInput[], { unit, due }: Target): DraftStep {
  return {
    ...{ part: 'way', title: 'Sum of the stated parts', formula: '', withoutInputs: '' },
    expression: inputs.map(({ symbol }) => symbol).join(' + '),
    value: inputs.reduce((sum, { from }) => sum + (from.value ?? 0), 0),
    ...{ inputs, unit, period: due[0]?.label ?? '', note: '', citations: [] },
  };
}

function missStep(sum: DraftStep, whole: DraftStep, { unit }: Target): DraftStep {
  return {
    ...{ part: 'way', title: 'Sum of the parts less the whole', formula: '', withoutInputs: '' },
    expression: 'sum - whole',
    inputs: [...taken('sum', 'sum of the stated parts', sum), ...taken('whole', 'the whole', whole)],
    value: (sum.value ?? 0) - (whole.value ?? 0),
    ...{ unit, period: sum.period, note: '', citations: [] },
  };
}
