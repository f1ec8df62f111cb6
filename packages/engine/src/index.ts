export {
  type ForecastSettings,
  forecastSettings,
} from './assess/annual-forecast.ts';
export { backtestIndicator } from './backtest/backtest-indicator.ts';
export type { BacktestReport, ModelScore, OriginRecord, TargetRecord } from './backtest/backtest-report.ts';
export { readCodeVersion } from './code-version.ts';
export { createEngine, type Engine } from './create-engine.ts';
export type { EngineDeps } from './engine-deps.ts';
export { forecastWithGrowth } from './fit/forecast-with-growth.ts';
export { type Forecaster, openForecaster } from './fit/forecaster.ts';
export { forecasterHere } from './fit/forecaster-here.ts';
export { fitIndicatorFormula } from './formula/fit-indicator-formula.ts';
export type { FormulaAnswer, FormulaReport } from './formula/formula-report.ts';
export type { CheckedClaim, ClaimsReport, ConflictRow, ConflictsReport } from './ledger/claims-report.ts';
export {
  type ImportReport,
  type ImportRequest,
  type ImportResult,
  importObservations,
} from './ledger/import-observations.ts';
export { type Observed, type ObserveRequest, observe } from './ledger/observe.ts';
export { type Overruled, type OverruleRequest, overrule } from './ledger/overrule.ts';
export { type ReleaseReport, releaseCalendar } from './ledger/release-calendar.ts';
export type { VariantsList, VariantsReport, VariantValue } from './ledger/variants-report.ts';
export { monthsAsOf } from './months/months-as-of.ts';
export type {
  IndicatorMonths,
  IndicatorReport,
  IndicatorSummary,
  IndicatorsReport,
  MonthConflict,
  MonthRow,
  ReportRow,
  YearRow,
} from './months/months-report.ts';
export {
  faultLine,
  type LoadedPack,
  loadPack,
  type PackChanges,
} from './pack/load-pack.ts';
export { packColumns } from './pack/pack-columns.ts';
export { bundledPackFolder, readPackFolder } from './pack/read-pack-folder.ts';
export { type PackName, writeExamplePack } from './pack/write-example-pack.ts';
export {
  type ProjectionRequest,
  projectionRequest,
} from './project/project.ts';
export type { ProjectionResult } from './project/projection-result.ts';
export type {
  AlertRow,
  ChainPart,
  Citation,
  ClaimRow,
  ExplanationInput,
  ExplanationStep,
  Figure,
  IndexReport,
  MatrixReport,
  ModelRow,
  PastTargetRow,
  Probability,
  SlipReport,
  TargetReport,
  TargetSummary,
} from './report.ts';
export { keepReplay } from './run/answer-inquiry.ts';
export { fitStage } from './run/begin-run.ts';
export { type AccountComparison, compareAccounts } from './run/compare-accounts.ts';
export { type DayDeps, dayAsked, knowableDays } from './run/day-asked.ts';
export { type FoundChange, findChange } from './run/find-change.ts';
export { isPublishedRunCurrent } from './run/is-published-run-current.ts';
export {
  type DayAccount,
  type DayDocuments,
  type DayQuestion,
  findKnownOn,
  type KnownOn,
  type KnownOnDeps,
  type Question,
} from './run/known-on.ts';
export { type Replay, replay, replayDocuments } from './run/replay.ts';
export { runsOn } from './run/runs-on.ts';
export { listScenarios, listScenariosOn } from './scenario/read-scenarios.ts';
export type { Scenario, ScenarioOutcome, ScenarioReport } from './scenario/scenario-report.ts';
export {
  deleteScenario,
  getScenario,
  type ScenarioRequest,
  saveScenario,
  scenarioRequest,
} from './scenario/use-scenarios.ts';
export { makeRecord, recordPath } from './track-record/keep-record.ts';
export type {
  ForecasterScore,
  ForecastPath,
  HorizonScores,
  LandingCaseRow,
  LandingRecord,
  LandingScore,
  Movement,
  OthersForecastRow,
  OthersScores,
  PastTargetScoreRow,
  RecordStream,
  Reliability,
  SeriesRecord,
  SideBySide,
  TrackRecordReport,
} from './track-record/record-report.ts';
export { type RecordCheck, verifyRecord } from './track-record/verify-record.ts';
export type { ChangeCause, ChangedReport, ChangePart, ChangeReport, ChangeSide } from './verdict/change-report.ts';
export { amountChange, finePercent, points } from './verdict/change-summary.ts';
export { type ChangeQuestion, explainChange } from './verdict/explain-change.ts';
export { readPublishedTables } from './verdict/published-tables.ts';
