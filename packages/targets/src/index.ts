export type { DueReading, Measure, Milestone, RollOutPlan, Status, Target } from './target.ts';
