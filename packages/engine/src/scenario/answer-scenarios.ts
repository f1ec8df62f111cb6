import type { TargetVersion } from '@hadaf/store';
import { configHash } from '../config-hash.ts';
import type { EngineDeps } from '../engine-deps.ts';
import { fitInThread } from '../formula/fit-in-thread.ts';
import type { Forecasts } from '../run/assess-ledger.ts';
import { type Ledger, planOf, progressOf, seriesOf, variantsOf } from '../run/evidence.ts';
import { evaluateScenario } from './evaluate-scenario.ts';
import { formulaTaskOf } from './formula-task.ts';
import type { ScenarioShelf } from './read-scenarios.ts';
import type { ScenarioEvidence } from './scenario-evidence.ts';
import type { ScenarioReport } from './scenario-report.ts';

/** What scenarios are answered from: a ledger, its forecasts and the state of the data they were made from. */
export interface AnswerGround {
  readonly shelf: ScenarioShelf;
  readonly ledger: Ledger;
  /** Those whose scenarios are asked, and whose plans count. */
  readonly targets: readonly TargetVersion[];
  readonly forecasts: Forecasts;
  readonly dataVersion: string;
}

type AnswerDeps = Pick<EngineDeps, 'settings' | 'codeVersion'>;

/** The answers to every scenario of some targets, in the shelf's order. */
export async function answerScenarios(deps: AnswerDeps, ground: AnswerGround): Promise<ScenarioReport[]> {
  const answers: ScenarioReport[] = [];
  for (const scenario of ground.shelf.scenarios) {
    const version = ground.targets.find(({ target }) => target.id === scenario.targetId);
    if (version) answers.push(await evaluateScenario(scenario, evidenceOf(deps, ground, version)));
  }
  return answers;
}

/** What a scenario of one target is answered from. */
export function evidenceOf(
  { settings, codeVersion }: AnswerDeps,
  { shelf, ledger, targets, forecasts, dataVersion }: AnswerGround,
  { target }: TargetVersion,
): ScenarioEvidence {
  const { asOf, claims, plans } = ledger;
  return {
    target,
    plan: planOf(ledger, target, targets),
    plans,
    series: seriesOf(ledger, target),
    variants: variantsOf(ledger, target),
    progress: progressOf(ledger, target),
    claims,
    annual: forecasts.get(target.measure?.indicatorId ?? '')?.annual ?? null,
    documents: new Map([...ledger.documents, ...shelf.documents]),
    asOf,
    fitFormula: (series, text, horizon) => fitInThread(formulaTaskOf(series, text, horizon, settings)),
    vintage: { asOf, dataVersion, codeVersion, seed: settings.seed, paths: settings.paths },
  };
}

/** Under what an answer is kept. */
export function answerKey(deps: EngineDeps, { id, specification, vintage }: ScenarioReport) {
  const { asOf, dataVersion } = vintage;
  return { scenarioId: id, specification, vintage: asOf, configHash: configHash(deps, dataVersion) };
}
