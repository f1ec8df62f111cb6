import type { ModelShare } from '@hadaf/models';
import type { DefinitionChange, Indicator, IsoDate, Observation, PeriodLength } from '@hadaf/series';
import type { ClaimTerms, DueReading, Status, Target } from '@hadaf/targets';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** An instant as ISO text in UTC. */
type Instant = ColumnType<string, string, string>;
/** An instant that the database sets. */
type RecordedAt = ColumnType<string, never, never>;
/** JSON is written as text: the driver would turn an array into a Postgres array. */
type Json<T = unknown> = ColumnType<T, string, string>;
/** A row's number in the database, as text. */
type Id = GeneratedAlways<string>;
/** SHA-256. */
type Hash = Buffer;

export type RunState = 'queued' | 'running' | 'done' | 'failed';

interface PackTable {
  id: string;
  title: string;
  /** Of everything the pack holds; equal means there is nothing to load. */
  content_hash: string;
  loaded_at: ColumnType<string, string | undefined, string>;
  /** When it is assessed: five cron fields. */
  cron: Generated<string>;
  /** IANA name of the zone `cron` is read in. */
  zone: Generated<string>;
}

/** Values outside are slips until somebody says otherwise; an end that is null is open. */
interface ExpectedRangeTable {
  indicator_id: string;
  /** Of the periods it holds for; empty for every length without a range of its own. */
  length: Generated<'' | PeriodLength>;
  low: number | null;
  high: number | null;
  because: string;
}

interface DocumentTable {
  id: string;
  title: string;
  publisher: string;
  url: string;
  published_on: IsoDate | null;
}

interface IndicatorTable {
  id: string;
  pack_id: string;
  name: string;
  unit: string;
  kind: Indicator['kind'];
  frequency: Indicator['frequency'];
  /** 1 for January … 12 for December. */
  fiscal_first_month: number;
  definition: string;
  variant_of: string | null;
  /** Null: it always measured the same. */
  definition_changes: Json<DefinitionChange[]> | null;
}

/** Append-only. A fact is what a document printed; its versions are our readings of it, the highest one counts. */
interface ObservationTable {
  id: Id;
  /** Of indicator, period, value, qualifier, precision, agency and document: what was printed. */
  fact_hash: Hash;
  version: number;
  /** Of the fact and of our reading: known by, basis, status, note. */
  content_hash: Hash;
  indicator_id: string;
  period_start: IsoDate;
  period_end: IsoDate;
  /** In the indicator's unit. */
  value: number;
  qualifier: Observation['qualifier'];
  /** Half the printed precision, in the indicator's unit. */
  half_width: number;
  agency: string;
  document_id: string;
  published_on: IsoDate | null;
  known_by: IsoDate;
  known_by_basis: string;
  status: Observation['status'];
  note: string;
  recorded_at: RecordedAt;
  /** The person whose reading this version is; empty where it is the pack's or an import's. */
  overruled_by: Generated<string>;
}

/** Append-only: who changed the ledger beside the packs, when, what and from where. */
interface LedgerEntryTable {
  id: Id;
  pack_id: string;
  kind: 'observe' | 'import' | 'overrule';
  author: string;
  /** Where it came from: a file, an address, the terminal. */
  origin: string;
  /** Versions of observations it added. */
  added: number;
  detail: Json;
  recorded_at: RecordedAt;
}

/** Append-only: the highest version of an id is the claim as we read it now. */
interface TargetTable {
  id: string;
  version: number;
  content_hash: Hash;
  pack_id: string;
  title: string;
  /** The indicator the claim names; a series for it need not exist, so it is no foreign key. */
  indicator_id: string;
  measure_indicator_id: string | null;
  measure_assumption: string | null;
  not_measurable_because: string | null;
  /** In `unit`. */
  value: number;
  unit: string;
  direction: Target['direction'];
  kind: Target['kind'];
  due: Json<readonly DueReading[]>;
  due_wording: string;
  baseline_wording: string;
  announced_on: IsoDate | null;
  known_by: IsoDate;
  announced_by: string;
  document_id: string;
  note: string;
  standing: Target['standing'];
  recorded_at: RecordedAt;
  /** Null: one value, at most one date, nothing superseded. */
  terms: Json<ClaimTerms> | null;
}

interface PlanTable {
  target_id: string;
  version: number;
  content_hash: Hash;
  starts_on: IsoDate;
  recorded_at: RecordedAt;
}

interface MilestoneTable {
  target_id: string;
  plan_version: number;
  due_on: IsoDate;
  /** Cumulative units due on that day. */
  planned: number;
  source: string;
}

/** Append-only: the highest version of an id is the claim as its pack states it now. */
interface ClaimTable {
  pack_id: string;
  id: string;
  version: number;
  content_hash: Hash;
  /** In its pack's order. */
  position: number;
  /** Null once its pack states it no more. */
  detail: Json | null;
  recorded_at: RecordedAt;
}

/** Append-only, like claims: conflicts, agencies, alert rules and release dates as a pack states them. */
interface ConflictTable {
  pack_id: string;
  id: string;
  version: number;
  content_hash: Hash;
  position: number;
  detail: Json | null;
  recorded_at: RecordedAt;
}

interface RunTable {
  id: string;
  /** Names what asked for the run, such as schedule, slot and configuration: asking twice makes one run. */
  key: string;
  pack_id: string;
  trigger: 'start' | 'schedule' | 'manual';
  as_of: IsoDate;
  config_hash: string;
  state: Generated<RunState>;
  error: Json | null;
  created_at: RecordedAt;
  started_at: Instant | null;
  finished_at: Instant | null;
}

interface RunProgressTable {
  run_id: string;
  stage: string;
  done: number;
  total: number;
  updated_at: ColumnType<string, string | undefined, string>;
}

/** The targets that one job assesses. */
interface RunShardTable {
  run_id: string;
  shard: number;
  target_ids: string[];
  done_at: Instant | null;
}

/** Append-only; one row a forecast. */
interface ForecastTable {
  id: Id;
  /** The run that made it; later runs with the same vintage and configuration use it again. */
  run_id: string;
  series_id: string;
  vintage: IsoDate;
  /** Of all that decides the numbers beside series and vintage: data, models, seed, code. */
  config_hash: string;
  /** End of the last period the models saw. */
  origin: IsoDate;
  horizon: number;
  period_ends: IsoDate[]; // horizon
  /** Probabilities, ascending. */
  levels: number[]; // k
  /** In the series' unit. */
  quantiles: number[]; // horizon × k, row-major
  median: number[]; // horizon
  models: Json<readonly ModelShare[]>;
  /** What reproduces the forecast bit by bit. */
  request: Json;
  created_at: RecordedAt;
}

/** Append-only. */
interface AssessmentTable {
  id: Id;
  run_id: string;
  target_id: string;
  target_version: number;
  vintage: IsoDate;
  /** Of all that decides the result beside target and vintage: data, methods, models, seed, code. */
  config_hash: string;
  status: Status;
  reason: string;
  probability_at_date: number | null;
  probability_by_date: number | null;
  forecast_id: string | null;
  detail: Json;
  created_at: RecordedAt;
  /** Null, like the next two, where it was made before these were kept. */
  code_version: string | null;
  settings: Json | null;
  /** The newest row of `observation` it could rest on. */
  ledger_mark: string | null;
}

/** Which assessment a run shows: its own, or an equal one of an earlier run. */
interface RunAssessmentTable {
  run_id: string;
  target_id: string;
  assessment_id: string;
}

interface AlertTable {
  id: Generated<string>;
  target_id: string;
  previous_run_id: string;
  run_id: string;
  from_status: Status;
  to_status: Status;
  reason: string;
  raised_on: IsoDate;
  created_at: RecordedAt;
  /** `status-worsened` is the rule of a pack that states none. */
  rule_id: Generated<string>;
  transition: Generated<'raised' | 'cleared'>;
}

/** Append-only: where a rule stands on a target; the row of the highest id counts. */
interface AlertStateTable {
  id: Id;
  pack_id: string;
  rule_id: string;
  target_id: string;
  run_id: string;
  standing: 'ok' | 'pending' | 'firing' | 'recovering';
  /** Releases in a row that have spoken for a change. */
  streak: number;
  /** The release last counted. */
  counted: IsoDate | null;
  reason: string;
  recorded_at: RecordedAt;
}

interface AlertDeliveryTable {
  id: Id;
  alert_id: string;
  /** `webhook`, … */
  channel: string;
  state: Generated<'pending' | 'delivered' | 'failed'>;
  attempts: Generated<number>;
  next_attempt_at: ColumnType<string, string | undefined, string>;
  last_error: string | null;
  delivered_at: Instant | null;
}

interface PublishedDocumentTable {
  run_id: string;
  /** As in the page's address: `/`, `/targets/T01`, `/targets/T01.json`. */
  path: string;
  content_type: string;
  body: string;
  etag: string;
}

/** Append-only: the runs a channel has shown, each from when it was first shown. */
interface PublicationEntryTable {
  id: Id;
  channel: string;
  run_id: string;
  published_at: RecordedAt;
}

/** The one pointer that readers follow. */
interface PublicationTable {
  channel: string;
  run_id: string;
  published_at: ColumnType<string, string | undefined, string>;
}

interface ScheduleTable {
  id: string;
  cron: string;
  /** IANA name of the zone the cron expression is read in. */
  zone: string;
  catch_up: 'skip' | 'latest' | 'all';
  next_at: Instant;
  payload: Json;
}

interface ScheduleSlotTable {
  id: Id;
  schedule_id: string;
  slot: Instant;
  planned_at: RecordedAt;
}

/** Jobs decided in a transaction, to be handed to the queue after it. */
interface OutboxTable {
  id: Id;
  job: string;
  payload: Json;
  slot_id: string | null;
  created_at: RecordedAt;
  sent_at: Instant | null;
  done_at: Instant | null;
}

interface ProjectionTable {
  id: string;
  request: Json;
  state: Generated<RunState>;
  progress: Json | null;
  result: Json | null;
  error: Json | null;
  created_at: RecordedAt;
  finished_at: Instant | null;
}

/** What a reader asked that needs models; answered once, kept under what the answer rests on. */
interface InquiryTable {
  id: string;
  key: string;
  request: Json;
  state: Generated<RunState>;
  error: Json | null;
  /** Moved on when a question that failed is asked again. */
  created_at: ColumnType<string, string | undefined, string>;
  finished_at: Instant | null;
}

interface InquiryDocumentTable {
  inquiry_id: string;
  path: string;
  content_type: string;
  body: string;
  etag: string;
}

/** Append-only, like claims: the what-if questions a pack states. */
interface PackScenarioTable {
  pack_id: string;
  id: string;
  version: number;
  content_hash: Hash;
  position: number;
  detail: Json | null;
  recorded_at: RecordedAt;
}

interface ScenarioTable {
  id: string;
  pack_id: string;
  target_id: string;
  name: string;
  /** One more than the scenarios of this name that were deleted. */
  generation: number;
  specification: Json;
  created_by: string;
  recorded_at: RecordedAt;
}

interface ScenarioDeletionTable {
  scenario_id: string;
  deleted_by: string;
  recorded_at: RecordedAt;
}

/** An answer as it was given: `body` is kept as text, so that its bytes are. */
interface ScenarioAnswerTable {
  scenario_id: string;
  specification_hash: Hash;
  vintage: IsoDate;
  config_hash: string;
  body: string;
  answered_at: RecordedAt;
}

/** Append-only: what was forecast and when, chained by hashes within its pack and kind. */
interface RecordEntryTable {
  pack_id: string;
  kind: 'published' | 'replayed';
  /** 1, 2, … within pack and kind. */
  sequence: number;
  /** Null for a replay. */
  run_id: string | null;
  as_of: IsoDate;
  content: Json;
  content_hash: Hash;
  /** Of the entry before, what this one is about, its content, and since version 2 when it was recorded. */
  chain_hash: Hash;
  recorded_at: Instant;
  hash_version: 1 | 2;
}

/** What the last replay of a pack's days rested on; derived, and replaced by the next. */
interface ReplayTable {
  pack_id: string;
  days: Json;
}

/** The tables as migrated; an integration test compares the two. */
export interface Schema {
  pack: PackTable;
  document: DocumentTable;
  indicator: IndicatorTable;
  expected_range: ExpectedRangeTable;
  observation: ObservationTable;
  ledger_entry: LedgerEntryTable;
  target: TargetTable;
  plan: PlanTable;
  milestone: MilestoneTable;
  claim: ClaimTable;
  conflict: ConflictTable;
  agency: ConflictTable;
  alert_rule: ConflictTable;
  stated_release: ConflictTable;
  run: RunTable;
  run_progress: RunProgressTable;
  run_shard: RunShardTable;
  forecast: ForecastTable;
  assessment: AssessmentTable;
  run_assessment: RunAssessmentTable;
  alert: AlertTable;
  alert_delivery: AlertDeliveryTable;
  alert_state: AlertStateTable;
  published_document: PublishedDocumentTable;
  publication: PublicationTable;
  publication_entry: PublicationEntryTable;
  schedule: ScheduleTable;
  schedule_slot: ScheduleSlotTable;
  outbox: OutboxTable;
  projection: ProjectionTable;
  record_entry: RecordEntryTable;
  replay: ReplayTable;
  inquiry: InquiryTable;
  inquiry_document: InquiryDocumentTable;
  pack_scenario: PackScenarioTable;
  scenario: ScenarioTable;
  scenario_deletion: ScenarioDeletionTable;
  scenario_answer: ScenarioAnswerTable;
}
