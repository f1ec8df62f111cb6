export type {
  AlertRow,
  Citation,
  Figure,
  IndexReport,
  ModelRow,
  Probability,
  TargetReport,
  TargetSummary,
} from './report.ts';
