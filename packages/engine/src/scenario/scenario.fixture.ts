import type { Pack } from '@hadaf/packs';
import type { ScenarioSpecification } from '@hadaf/targets';
import { annualRequest, forecastSettings, originYear } from '../assess/annual-forecast.ts';
import { packEvidence } from '../assess/pack-evidence.fixture.ts';
import { forecastWithGrowth } from '../fit/forecast-with-growth.ts';
import { formulaInThread } from '../formula/formula-in-thread.ts';
import { formulaTaskOf } from './formula-task.ts';
import type { ScenarioEvidence } from './scenario-evidence.ts';
import type { Scenario } from './scenario-report.ts';

/** For tests: a saved scenario of a target. */
export function savedScenario(targetId: string, specification: ScenarioSpecification): Scenario {
  const saved = {
    id: 'one',
    name: 'a test',
    origin: 'person',
    by: 'somebody',
    note: '',
    documentId: null,
    savedOn: null,
  } as const;
  return { ...saved, targetId, specification };
}

/** For tests: what a scenario is answered from, read from a pack without a store; the formula is fitted in this thread. */
export function scenarioEvidence(pack: Pack, targetId: string, asOf: string): ScenarioEvidence {
  const evidence = packEvidence(pack, targetId, asOf);
  const { series } = evidence;
  const request = series && annualRequest(series, 2040, forecastSettings);
  const forecast = request && forecastWithGrowth(request);
  const origin = series && originYear(series);
  return {
    ...evidence,
    annual: forecast?.kind === 'forecast' && origin !== null ? { firstYear: origin + 1, forecast } : null,
    plans: pack.plans,
    fitFormula: (measured, text, horizon) => formulaInThread(formulaTaskOf(measured, text, horizon, forecastSettings)),
    vintage: { asOf, dataVersion: 'd', codeVersion: 'c', seed: forecastSettings.seed, paths: forecastSettings.paths },
  };
}
