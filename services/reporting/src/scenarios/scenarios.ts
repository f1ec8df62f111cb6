import type { Scenario, ScenarioReport, ScenarioRequest } from '@hadaf/engine';

/** A scenario that stands, with its newest answer; null while it is not answered. */
export interface AskedScenario {
  readonly scenario: Scenario;
  readonly answer: ScenarioReport | null;
}

/** What-if questions kept in the store and answered by the worker. */
export interface Scenarios {
  /** Saves a question and asks the queue for its answer. */
  readonly save: (
    request: ScenarioRequest,
    by: string,
  ) => Promise<{ readonly id: string; readonly projectionId: string }>;
  /** @throws CodedError SCENARIO_NOT_FOUND */
  readonly get: (id: string) => Promise<AskedScenario>;
  readonly list: (targetId?: string) => Promise<readonly AskedScenario[]>;
  /** @throws CodedError SCENARIO_NOT_FOUND, SCENARIO_INVALID for a pack's own */
  readonly remove: (id: string, by: string) => Promise<void>;
}
