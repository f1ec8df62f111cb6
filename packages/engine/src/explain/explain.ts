import { dayNumber } from '@hadaf/series';
import type { RollOutPlan, Target } from '@hadaf/targets';
import { announcementOf } from '../assess/citation.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { TargetAssessment } from '../assess/target-assessment.ts';
import type { TargetEvidence } from '../assess/target-evidence.ts';
import type { Citation, ExplanationStep } from '../report.ts';
import { type DraftInput, type DraftStep, figureStep, numberedChain, readFromPage, taken } from './chain.ts';
import { eventSteps } from './event-steps.ts';
import { type LevelChain, levelChain } from './level-chain.ts';
import { partsSteps } from './parts-steps.ts';
import { judgedStep, linkedStep, promiseStep, yearSteps } from './reported-steps.ts';
import { rollOutSteps } from './roll-out-steps.ts';
import { rollOutRuleSteps } from './rule-steps.ts';
import { unmeasuredSteps } from './unmeasured-steps.ts';
import { verdictStep } from './verdict-steps.ts';

/** What a chain is told from: all that the assessment rested on, and how the claim was read to be judged. */
export interface ChainEvidence extends TargetEvidence {
  /** The claim as one value on one date, in its own words. */
  readonly reading: Target;
  /** The same on the definition that its series has. */
  readonly judged: Target;
  /** The whole claim on that definition. */
  readonly claimed: Target;
  readonly choices: readonly string[];
}

type Report = Omit<TargetAssessment['report'], 'explanation' | 'agencies'>;
type Decision = TargetAssessment['decision'];

/**
 * The chain from source numbers to the verdict: what was promised, the numbers read from pages, every figure with its
 * formula and the steps it takes its numbers from, what recognised rules say, and the rule that gave the status. Numbers
 * are those of the report, to the last digit.
 */
export function explain(report: Report, decision: Decision, evidence: ChainEvidence): ExplanationStep[] {
  const promise = promiseStep(evidence.target, announcementOf(evidence.target, evidence.documents));
  const reading = judgedStep(evidence.target, evidence.reading, evidence.choices, promise);
  const judged = linkedStep(evidence.reading, evidence.judged, reading);
  const { steps, decided, rules } = chainOf(report, decision, evidence, { promise, judged });
  const parts = partsSteps(evidence, promise);
  const shown = [promise, reading, judged, ...pageSteps(report), ...steps, ...parts];
  const told = [...shown, ...untold(report, [...shown, ...rules]), ...rules];
  return numberedChain([...told, verdictStep(report, decision, decided)]);
}

/** The chain of a target whose assessment failed: what was promised, and why there is no verdict. */
export function explainFailure(
  report: Pick<Report, 'status' | 'reason' | 'verdict'>,
  decision: Decision,
  { target, announcement }: { readonly target: Target; readonly announcement: Citation },
): ExplanationStep[] {
  return numberedChain([promiseStep(target, announcement), verdictStep(report, decision, [])]);
}

/** Figures that were printed on a page as they are: progress of work, and what is promised beside it. */
function pageSteps({ figures }: Report): DraftStep[] {
  return figures
    .filter(({ label }) => label === 'Physical progress, last report' || label.startsWith('Promised with it'))
    .map((figure) => figureStep('sources', figure, { withoutInputs: readFromPage }));
}

/** Figures that no part of the chain has told: they stand with their formula, so that none is ever missing. */
function untold({ figures, endedYear, yearInProgress, whatItTakes }: Report, steps: readonly DraftStep[]): DraftStep[] {
  const titles = new Set(steps.map(({ title }) => title));
  const all = [...figures, ...endedYear, ...yearInProgress, ...whatItTakes];
  return all.filter(({ label }) => !titles.has(label)).map((figure) => figureStep('way', figure, {}));
}

function chainOf(
  report: Report,
  decision: Decision,
  evidence: ChainEvidence,
  claim: { readonly promise: DraftStep; readonly judged: DraftStep },
): LevelChain {
  const { target, series, plan } = evidence;
  if (target.kind === 'event') return eventChain(report, evidence);
  if (!series) {
    const steps = unmeasuredSteps(evidence, claim.promise);
    return { steps, rules: [], decided: taken('series', 'series that measure it', steps[1]) };
  }
  if (plan) return planChain(report, evidence, series, plan);
  return levelChain(report, decision, { ...evidence, series, judgedTarget: evidence.judged, judged: claim.judged });
}

function eventChain(report: Report, evidence: ChainEvidence): LevelChain {
  const announcement = announcementOf(evidence.target, evidence.documents);
  const steps = eventSteps(evidence, announcement, report.slips);
  const decided = steps.filter(({ part, expression }) => part === 'way' && expression === 'to - from').slice(0, 1);
  return { steps, rules: [], decided: decided.flatMap((step) => taken('days', step.title, step)) };
}

function planChain(report: Report, evidence: ChainEvidence, series: MeasuredSeries, plan: RollOutPlan): LevelChain {
  const { target, documents } = evidence;
  const counts = [...yearSteps(series).values()];
  const [count, latest] = [counts.at(-1), series.years.at(-1)];
  if (!count || !latest) return { steps: counts, rules: [], decided: [] };
  const roll = rollOutSteps(report.figures, {
    ...{ plan, count, countedOn: latest.observation.end, unit: target.unit },
    citationsOf: (source) => [announcementOf({ ...target, documentId: source }, documents)],
  });
  const dated = counts.map((step, i) => ({ step, on: dayNumber(series.years[i]?.observation.end ?? plan.startsOn) }));
  const rules = report.matrix ? rollOutRuleSteps(report.matrix, roll, dated) : [];
  const decided: DraftInput[] = roll.spiTime
    ? taken('pace', 'SPI(t)', roll.spiTime)
    : taken('count', 'reported', count);
  return { steps: [...counts, ...roll.steps], rules, decided };
}
