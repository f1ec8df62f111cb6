export { yearsBetween } from './day-number.ts';
export {
  assessRollOut,
  type DueMilestone,
  type RollOutAssessment,
  type RollOutInput,
} from './roll-out/assess-roll-out.ts';
export { type EarnedSchedule, earnedSchedule, type ForecastFinish } from './roll-out/earned-schedule.ts';
export { PLAN_INTERPOLATION, plannedAt } from './roll-out/planned-curve.ts';
export type { DueReading, Measure, Milestone, RollOutPlan, Status, Target } from './target.ts';
export { achievedGrowth } from './trajectory/achieved-growth.ts';
export { burn } from './trajectory/burn.ts';
export { type Computed, type UndefinedReason, undefinedWords } from './trajectory/computed.ts';
export { gap } from './trajectory/gap.ts';
export { type GrowthRatioInput, growthRatio } from './trajectory/growth-ratio.ts';
export { requiredAmountPerYear } from './trajectory/required-amount-per-year.ts';
export { requiredGrowth } from './trajectory/required-growth.ts';
export { type DayValue, type RequiredPath, requiredPath } from './trajectory/required-path.ts';
export type { YearValue } from './trajectory/year-value.ts';
export { assessTarget } from './verdict/assess-target.ts';
export type { Assessment, AssessmentInput, CalibratedProbability, PeriodValue } from './verdict/assessment.ts';
export { type Attainment, attainment } from './verdict/attainment.ts';
export { type ProbabilityRule, probabilityRule } from './verdict/probability-rule.ts';
export { type StatusChange, worsened } from './verdict/worsened.ts';
