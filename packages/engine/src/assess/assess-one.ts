import { assessTarget, judgedReading, type RollOutPlan, samePromiseAs, type Target } from '@hadaf/targets';
import { explain } from '../explain/explain.ts';
import type { Citation } from '../report.ts';
import { claimLedger } from '../verdict/claim-ledger.ts';
import { linkedEffectFigures } from '../verdict/linked-effects.ts';
import { partsCaveats } from '../verdict/parts-caveats.ts';
import { toldLandings } from '../verdict/told-landings.ts';
import { agencyNames } from './agency-names.ts';
import { alertSignals } from './alert-signals.ts';
import { assessEventTarget } from './assess-event-target.ts';
import { assessIncomparable } from './assess-incomparable.ts';
import { assessLevel } from './assess-level.ts';
import { assessPlan } from './assess-rolled-out.ts';
import { announcementOf, distinctCitations } from './citation.ts';
import { asHeld, baselineCaveats } from './claim-terms.ts';
import { type ComparableFooting, onOneDefinition, timesLink } from './definition-footing.ts';
import { goalOf } from './growth-figures.ts';
import { stalenessOf } from './staleness.ts';
import {
  decisionOf,
  type KindAssessment,
  nothingMeasured,
  type TargetAssessment,
  targetFrame,
} from './target-assessment.ts';
import type { TargetEvidence } from './target-evidence.ts';

/** The assessment of one target, whatever kind it is. Pure: same evidence, same assessment. */
export function assessOne(evidence: TargetEvidence): TargetAssessment {
  const { target, claims, documents, series, asOf, releases = [] } = evidence;
  const judged = judgedReading(target, asOf, series?.indicator.calendar ?? null);
  const footing = series && target.kind !== 'event' ? onOneDefinition(judged.target, series) : null;
  const standing = footing?.kind === 'comparable' ? footing : null;
  const stood = { ...evidence, target: judged.target, ...(standing && onFooting(standing, evidence)) };
  const across = footing?.kind === 'across' ? footing.reason : null;
  const claimed = standing ? timesLink(target, standing.factor) : target;
  const { decision, report } =
    series && across !== null
      ? assessIncomparable(judged.target, series, across)
      : asHeld(assessByKind(stood), claimed, stood.series);
  const announcement = announcementOf(target, documents);
  const ledger = claimLedger(evidence);
  const whole = {
    ...report,
    ...ledger,
    samePromiseAs: samePromiseAs(target, claims),
    staleness: series ? stalenessOf(series, releases) : '',
    caveats: [
      ...judged.choices,
      ...(footing?.notes ?? []),
      ...report.caveats,
      ...partsCaveats(target, claims),
      ...(series ? baselineCaveats(target, series) : []),
    ],
    citations: distinctCitations([announcement, ...report.citations]),
  };
  const read = { reading: judged.target, judged: stood.target, choices: judged.choices, claimed };
  const plan = across === null ? stood.plan : null;
  const explanation = explain(whole, decision, { ...stood, target, plan, ...read });
  const agencies = agencyNames(citedIn({ ...whole, explanation }), evidence.agencies ?? []);
  return {
    decision,
    report: { ...whole, explanation, agencies },
    signals: alertSignals(evidence, report),
    landings: landingsOf(stood, decision),
  };
}

type Cited = Pick<TargetAssessment['report'], 'citations' | 'matrix' | 'claimHistory' | 'trackRecord' | 'explanation'>;

/** Every page a report cites, wherever it does. */
function citedIn({ citations, matrix, claimHistory, trackRecord, explanation }: Cited): Citation[] {
  const told = [...claimHistory, ...trackRecord].map(({ citation }) => citation);
  const steps = [...explanation, ...explanation.flatMap(({ inputs }) => inputs)];
  return [...citations, ...told, ...[...(matrix?.definitions ?? []), ...steps].flatMap((one) => one.citations)];
}

/** The landings told with an assessment; of a level alone, and under its definition. */
function landingsOf({ target, series, annual }: TargetEvidence, { method }: TargetAssessment['decision']) {
  if (!series || target.kind !== 'level') return [];
  return toldLandings({ series, annual, goal: goalOf(series, target), isOpen: method === 'probability' });
}

/** The evidence under the definition a target is judged on: of one that ended, nothing is forecast. */
function onFooting({ target, series, isEarlier, factor }: ComparableFooting, evidence: TargetEvidence) {
  const { annual, variants, plan } = evidence;
  return {
    ...{ target, series, annual: isEarlier ? null : annual, variants: isEarlier ? [] : variants },
    plan: plan && factor !== 1 ? planTimes(plan, factor) : plan,
  };
}

function planTimes(plan: RollOutPlan, factor: number): RollOutPlan {
  return { ...plan, milestones: plan.milestones.map((one) => ({ ...one, planned: one.planned * factor })) };
}

function assessByKind(evidence: TargetEvidence): KindAssessment {
  const { target, plan, series, annual, progress, asOf } = evidence;
  if (target.kind === 'event') {
    return assessEventTarget(target, { series, progress, effects: linkedEffectFigures(target, evidence), asOf });
  }
  if (!series) return assessUnmeasured(target, asOf);
  if (plan) return assessPlan(evidence, series, plan);
  return assessLevel(target, series, annual, evidence);
}

function assessUnmeasured(target: Target, asOf: string): KindAssessment {
  const decision = assessTarget({
    target: { ...target, measure: null },
    due: target.due[0] ?? null,
    asOf,
    history: [],
    probability: { kind: 'none', reason: 'no series measures it' },
    requiredGrowth: null,
    achievedGrowth: null,
  });
  return {
    decision: decisionOf(decision),
    report: {
      ...nothingMeasured,
      ...targetFrame(target, decision, asOf),
      citations: [],
    },
  };
}
