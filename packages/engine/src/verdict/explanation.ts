import { describeDay } from '@hadaf/series';
import { probabilityRule, type Target } from '@hadaf/targets';
import type { AnnualForecast } from '../assess/annual-forecast.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { TargetAssessment } from '../assess/target-assessment.ts';
import type { Citation, ExplanationInput, ExplanationStep, Figure } from '../report.ts';
import { growthInputs, landingInputs, ofYear, yearInputs, yearMonthInputs } from './explanation-inputs.ts';

export interface ExplanationEvidence {
  /** As it is judged: on the definition of the series. */
  readonly target: Target;
  /** The same in its own words, where another definition was meant. */
  readonly asAnnounced?: Target;
  readonly series: MeasuredSeries | null;
  readonly annual: AnnualForecast | null;
  readonly announcement: Citation;
}

type Explained = Pick<
  TargetAssessment['report'],
  'figures' | 'endedYear' | 'yearInProgress' | 'probability' | 'status' | 'reason' | 'verdict' | 'dueLabel'
>;

/**
 * The chain from source numbers to the verdict: what was promised, every number with its formula and inputs, and the
 * rule that turned the last of them into a status. Numbers are those of the report, to the last digit.
 */
export function explain(report: Explained, decision: TargetAssessment['decision'], evidence: ExplanationEvidence) {
  const { series } = evidence;
  const steps: ExplanationStep[] = [
    promiseStep(report, evidence),
    ...linkSteps(report, evidence),
    ...[...report.figures, ...report.endedYear, ...report.yearInProgress].map((figure) => figureStep(figure, evidence)),
    ...probabilitySteps(report, evidence),
    verdictStep(report, decision),
  ];
  return series ? orderedForReading(steps) : steps;
}

function promiseStep(
  { dueLabel }: Explained,
  { target, asAnnounced = target, announcement }: ExplanationEvidence,
): ExplanationStep {
  return {
    title: 'What was promised',
    formula: 'as announced',
    inputs: [],
    value: asAnnounced.value,
    unit: target.unit,
    period: dueLabel,
    note: `“${target.title}”, ${target.announcedBy}${target.announcedOn ? `, ${describeDay(target.announcedOn)}` : ''}`,
    citations: [announcement],
  };
}

/** A value set on another definition, as the stated link has it. */
function linkSteps({ dueLabel }: Explained, { target, asAnnounced = target }: ExplanationEvidence): ExplanationStep[] {
  if (asAnnounced.value === target.value) return [];
  const { unit } = target;
  return [
    {
      title: 'What was promised, on the definition it is judged by',
      formula: 'value announced × link between the definitions',
      inputs: [goalInput(asAnnounced)],
      ...{ value: target.value, unit, period: dueLabel, note: '', citations: [] },
    },
  ];
}

function figureStep(figure: Figure, evidence: ExplanationEvidence): ExplanationStep {
  const { label, value, unit, period, basis, note, citations } = figure;
  return { title: label, formula: basis, inputs: inputsOf(figure, evidence), value, unit, period, note, citations };
}

function inputsOf({ label }: Figure, { series, annual, target }: ExplanationEvidence): ExplanationInput[] {
  if (!series) return [];
  if (label === 'Expected value') return [...yearInputs(series), ...landingInputs(series)];
  if (label === 'Gap' && annual) return [goalInput(target)];
  if (ofYear.has(label)) return yearMonthInputs(label, series);
  return growthInputs(label, series, goalInput(target));
}

const goalInput = ({ value, unit, due }: Target): ExplanationInput => ({
  name: 'target',
  value,
  unit,
  period: due[0]?.label ?? '',
  citations: [],
});

function probabilitySteps({ probability, dueLabel }: Explained, { series, annual, target }: ExplanationEvidence) {
  if (!probability) return [];
  const side = target.direction === 'up' ? 'at or above the target' : 'at or below the target';
  const isThisYear = series?.landing?.label === dueLabel;
  const paths = annual ? annual.forecast.paths.length / annual.forecast.horizon : 0;
  const models = annual && !isThisYear ? annual.forecast.models.filter(({ weight }) => weight > 0) : [];
  const step: ExplanationStep = {
    title: 'Probability at the date',
    formula: isThisYear ? `share of the landing estimate’s distribution ${side}` : `share of ${paths} paths ${side}`,
    inputs: [goalInput(target)],
    value: probability.atDate,
    unit: 'probability',
    period: dueLabel,
    note: models.length > 0 ? `paths round the median of ${models.map(({ name }) => name).join(', ')}` : '',
    citations: [],
  };
  return [step];
}

function verdictStep({ reason, verdict }: Explained, decision: TargetAssessment['decision']): ExplanationStep {
  const { onTrackFrom, atRiskFrom } = probabilityRule;
  const rule =
    decision.method === 'probability'
      ? `on track from P = ${onTrackFrom}, at risk from ${atRiskFrom}, else off track`
      : decision.method === 'none'
        ? 'no rule could be applied'
        : `rule “${decision.method.replaceAll('-', ' ')}”, version ${decision.version}`;
  return {
    title: `Status: ${decision.status.replace('-', ' ')}`,
    formula: rule,
    inputs: [],
    value: decision.metric,
    unit: decision.method === 'probability' ? 'probability' : 'ratio',
    period: '',
    note: isSaid(reason, verdict, decision) ? verdict : `${reason}. ${verdict}`,
    citations: [],
  };
}

/** Whether the verdict says the reason already: word for word, or as the probability with its cut-offs in the formula. */
function isSaid(reason: string, verdict: string, { method }: TargetAssessment['decision']): boolean {
  return method === 'probability' || verdict.toLowerCase().includes(reason.toLowerCase());
}

/** What is known before what is computed from it: the year in progress enters the forecast. */
function orderedForReading(steps: readonly ExplanationStep[]): ExplanationStep[] {
  const computed = new Set(['Expected value', 'Gap', 'Expected year of arrival']);
  const isLate = ({ title }: ExplanationStep) => computed.has(title);
  const last = steps.slice(-1);
  const probability = steps.filter(({ title }) => title === 'Probability at the date');
  const rest = steps.slice(0, -1).filter((step) => !probability.includes(step));
  return [...rest.filter((step) => !isLate(step)), ...rest.filter(isLate), ...probability, ...last];
}
