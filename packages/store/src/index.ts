export { type CopyTransaction, inCopyTransaction } from './connection/copy-transaction.ts';
export { migrate } from './connection/migrate.ts';
export { type Db, openStore, type Store } from './connection/open-store.ts';
export { explainStoreError } from './connection/store-error.ts';
export { listAllDocuments, listDocuments, upsertDocuments } from './ledger/documents.ts';
export { listExpectedRanges, replaceExpectedRanges } from './ledger/expected-ranges.ts';
export {
  findIndicator,
  getIndicator,
  getPackOfIndicator,
  listAllIndicators,
  listIndicators,
  upsertIndicators,
} from './ledger/indicators.ts';
export {
  findDataVersion,
  insertLedgerEntry,
  type LedgerEntry,
  listLedgerEntries,
  lockLedger,
  type NewLedgerEntry,
} from './ledger/ledger-entries.ts';
export { countObservations, insertObservations, listObservations } from './ledger/observations.ts';
export { insertPackItems, listPackItems, type PackItem, type PackItemKind } from './ledger/pack-items.ts';
export { findPack, listPacks, type StoredPack, upsertPack } from './ledger/packs.ts';
export { insertPlans, listPlans } from './ledger/plans.ts';
export {
  getReading,
  getSourceReading,
  insertOverruling,
  listReadings,
  type Reading,
  readingIdOf,
} from './ledger/readings.ts';
export {
  findFirstKnownDay,
  findLedgerMark,
  type LedgerPoint,
  listRecordedReports,
  type RecordedReport,
} from './ledger/recorded-reports.ts';
export { type StagedObservation, stageObservations } from './ledger/stage-observations.ts';
export {
  compareStaged,
  insertStaged,
  listStagedChanges,
  type RepeatedRow,
  removeRepeats,
  type StagedChange,
  type StagedChanges,
} from './ledger/staged-observations.ts';
export {
  findTarget,
  getTarget,
  insertTargets,
  listTargets,
  listTargetVersions,
  type TargetVersion,
} from './ledger/targets.ts';
export {
  findDocumentBefore,
  findDocumentOfRun,
  findNewestChannel,
  findPublication,
  findPublishedDocument,
  insertPublishedDocuments,
  listDocumentParts,
  listPublishedPaths,
  type Publication,
  type PublishedDocument,
  publicationTopic,
  publishRun,
} from './publishing/publications.ts';
export { findRunOfDay, findRunShownOn, type ShownRun } from './publishing/shown-runs.ts';
export { insertAlertStates, listAlertStates, type StoredAlertState } from './runs/alert-states.ts';
export {
  type AlertDelivery,
  type DueDelivery,
  insertAlert,
  insertAlertDelivery,
  listAlerts,
  lockDueDeliveries,
  markDelivered,
  markDeliveryFailed,
  type NewAlert,
  openAlertDelivery,
  type StoredAlert,
} from './runs/alerts.ts';
export {
  findAssessmentOfRun,
  insertAssessment,
  listAssessmentHistory,
  listAssessments,
  type NewAssessment,
  type Provenance,
  type StoredAssessment,
} from './runs/assessments.ts';
export {
  findForecast,
  insertForecast,
  listForecasts,
  type NewForecast,
  type StoredForecast,
} from './runs/forecasts.ts';
export {
  askInquiry,
  countOpenInquiries,
  failInquiry,
  findInquiry,
  findInquiryByKey,
  findInquiryDocument,
  finishInquiry,
  getInquiry,
  type Inquiry,
  lockLostInquiries,
  removeAnswersWithout,
  removeOldInquiries,
  startInquiry,
} from './runs/inquiries.ts';
export { listRunProgress, type StageProgress, setRunProgress } from './runs/run-progress.ts';
export { completeRunShard, insertRunShards, listRunShards, type RunShard } from './runs/run-shards.ts';
export {
  createRun,
  failRun,
  findPreviousRun,
  findRun,
  finishRun,
  getRun,
  listRuns,
  type NewRun,
  type Run,
  startRun,
  type ZonedDay,
} from './runs/runs.ts';
export {
  findScenarioAnswer,
  insertScenarioAnswer,
  listNewestAnswers,
  type ScenarioAnswerKey,
} from './scenarios/scenario-answers.ts';
export {
  deleteScenario,
  findStoredScenario,
  insertScenario,
  listStoredScenarios,
  type NewScenario,
  type StoredScenario,
} from './scenarios/scenarios.ts';
export {
  hasOpenEntryOfRun,
  insertOutboxEntry,
  isEntryOpen,
  lockOpenEntry,
  lockUnsentEntries,
  markEntriesSent,
  markEntryDone,
  type OutboxEntry,
  resetLostEntries,
} from './scheduling/outbox.ts';
export {
  failProjection,
  findProjection,
  finishProjection,
  getProjection,
  insertProjection,
  type Projection,
  projectionTopic,
  setProjectionProgress,
} from './scheduling/projections.ts';
export {
  insertScheduleSlot,
  listSchedules,
  lockDueSchedules,
  type Schedule,
  setNextAt,
  upsertSchedule,
} from './scheduling/schedules.ts';
export type { RunState, Schema } from './schema.ts';
export { type ChainCheck, checkRecordChain, type NotedHead } from './track-record/check-record-chain.ts';
export {
  appendRecord,
  type ChainEnd,
  findChainEnd,
  listRecord,
  listUnrecordedRuns,
  type NewRecordEntry,
  type RecordEntry,
  type RecordKind,
} from './track-record/record-entries.ts';
export { listReplayedDays, type ReplayedDay, setReplayedDays } from './track-record/replayed-days.ts';
