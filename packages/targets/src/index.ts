export { type AlertStanding, type AlertState, advanceAlert, initialAlertState } from './alert/advance-alert.ts';
export { type AlertRule, type AlertSignals, type Detector, detectors } from './alert/alert-rule.ts';
export { detect, type Finding } from './alert/detect.ts';
export { shapleyParts } from './change/shapley-parts.ts';
export { assessEvent, type EventInput } from './ledger/assess-event.ts';
export { type ClaimEntry, type ClaimRelation, claimHistory, standingClaims } from './ledger/claim-history.ts';
export { claimsAround, statedParts } from './ledger/claim-kin.ts';
export { type DateSlip, dateSlips, type SlipHistory } from './ledger/date-slips.ts';
export { assessHeld, type HeldValue, type HeldYear, heldYears } from './ledger/held-years.ts';
export { type JudgedReading, judgedReading } from './ledger/judged-reading.ts';
export { nextDue, weakerBound } from './ledger/next-due.ts';
export { type PartsCheck, partsSum } from './ledger/parts-sum.ts';
export { samePromiseAs } from './ledger/same-promise.ts';
export {
  type ConflictScore,
  type PastTargetScore,
  scoreConflict,
  scorePastTarget,
  type VintageProbability,
} from './ledger/score-past-target.ts';
export { type Contrast, type ContrastInput, type ContrastSide, explainContrast } from './matrix/contrast.ts';
export {
  type MatrixCell,
  type MatrixDefinition,
  type MatrixInput,
  type VerdictMatrix,
  verdictMatrix,
} from './matrix/verdict-matrix.ts';
export { citedCases } from './proof/cited-cases.ts';
export { type MethodProof, type Proof, proveStatusMethods } from './proof/prove-status-methods.ts';
export type { ProofResult, PublishedTable, TableRow, UnreadRow } from './proof/table-row.ts';
export {
  assessRollOut,
  type DueMilestone,
  type RollOutAssessment,
  type RollOutInput,
} from './roll-out/assess-roll-out.ts';
export { type EarnedSchedule, earnedSchedule, type ForecastFinish } from './roll-out/earned-schedule.ts';
export { type EarnedValue, earnedValue } from './roll-out/earned-value.ts';
export { type FinishRange, finishRange } from './roll-out/finish-range.ts';
export { PLAN_INTERPOLATION, plannedAt } from './roll-out/planned-curve.ts';
export { projectedFinish, type RollOutAssumption } from './roll-out/projected-finish.ts';
export type { AddedLine, ScenarioSpecification, StatedScenario } from './scenario/scenario.ts';
export { levelMethods, publishedForms, statusMethods } from './status-methods/all-methods.ts';
export type { MethodInput, MethodVerdict, StatusMethod } from './status-methods/status-method.ts';
export {
  type ClaimTerms,
  type DatedGoal,
  type DueReading,
  type Measure,
  type Milestone,
  plainTerms,
  type RollOutPlan,
  type Status,
  type Target,
  termsOf,
} from './target.ts';
export { achievedGrowth } from './trajectory/achieved-growth.ts';
export { burn } from './trajectory/burn.ts';
export { type Computed, type UndefinedReason, undefinedWords } from './trajectory/computed.ts';
export { gap } from './trajectory/gap.ts';
export { type GrowthRatioInput, growthRatio } from './trajectory/growth-ratio.ts';
export { relativeChange } from './trajectory/relative-change.ts';
export { requiredAmountPerYear } from './trajectory/required-amount-per-year.ts';
export { requiredGrowth } from './trajectory/required-growth.ts';
export { type DayValue, type RequiredPath, requiredPath } from './trajectory/required-path.ts';
export type { YearValue } from './trajectory/year-value.ts';
export { assessTarget, outcomeOf } from './verdict/assess-target.ts';
export type { Assessment, AssessmentInput, CalibratedProbability, PeriodValue } from './verdict/assessment.ts';
export { type Attainment, attainment } from './verdict/attainment.ts';
export { type ProbabilityRule, probabilityRule } from './verdict/probability-rule.ts';
export { type StatusChange, worsened } from './verdict/worsened.ts';
export {
  laterYearsWords,
  type YearAsked,
  type YearLanding,
  type YearUnasked,
  yearSentences,
} from './verdict/year-words.ts';
export { type UrduSpeaker, urduSpeaker } from './words/in-urdu.ts';
export { isolated } from './words/isolate.ts';
export { yearsBetween } from './years-between.ts';
