import { dateUnit, dayNumber, daysBetween, describeDay } from '@hadaf/series';
import { announcementOf } from '../assess/citation.ts';
import type { TargetEvidence } from '../assess/target-evidence.ts';
import type { SlipReport } from '../report.ts';
import { type DraftInput, type DraftStep, taken } from './chain.ts';

type SlipEvidence = Pick<TargetEvidence, 'claims' | 'documents'>;
type DatedClaim = SlipReport['dates'][number];

/** Every move of an event's date, a claim against the one whose place it took, and their sum. */
export function slipSteps(evidence: SlipEvidence, slips: SlipReport | null): DraftStep[] {
  if (!slips) return [];
  const moves = slips.dates.filter(({ slipDays }) => slipDays > 0);
  const steps = moves.flatMap((move) => {
    const before = slips.dates.find(({ dueOn }) => daysBetween(dueOn, move.dueOn) === move.slipDays);
    return before ? [moveStep(move, before, evidence)] : [];
  });
  return steps.length === 0 ? [] : [...steps, totalStep(steps, slips)];
}

function moveStep(move: DatedClaim, before: DatedClaim, evidence: SlipEvidence): DraftStep {
  const period = describeDay(move.dueOn);
  return {
    ...{ part: 'way', title: `The date moved to ${period}`, expression: 'to - from', formula: '', withoutInputs: '' },
    inputs: [claimedDay('to', 'new date', move, evidence), claimedDay('from', 'date before', before, evidence)],
    ...{ value: move.slipDays, unit: 'days', period, note: '', citations: [] },
  };
}

function claimedDay(
  symbol: string,
  name: string,
  { targetId, dueOn }: DatedClaim,
  { claims, documents }: SlipEvidence,
): DraftInput {
  const citations = claims.filter(({ id }) => id === targetId).map((claim) => announcementOf(claim, documents));
  const period = describeDay(dueOn);
  return { symbol, name, from: { value: dayNumber(dueOn), unit: dateUnit, period, citations } };
}

function totalStep(steps: readonly DraftStep[], { totalDays, sentence }: SlipReport): DraftStep {
  const inputs = steps.flatMap((step, i) => taken(`move${i + 1}`, `move to ${step.period}`, step));
  return {
    ...{ part: 'way', title: 'Days the date has moved in all', formula: '', withoutInputs: '' },
    expression: inputs.map(({ symbol }) => symbol).join(' + '),
    ...{ inputs, value: totalDays, unit: 'days', period: steps.at(-1)?.period ?? '', note: sentence, citations: [] },
  };
}
