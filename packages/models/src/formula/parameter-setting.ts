import type { Formula } from './parse-formula.ts';

/** What a person says about a parameter before the data speak. */
export interface ParameterSetting {
  /** Where the search begins. Left out: the prior's mean, the middle of two bounds, the bound nearest 1, or 1. */
  readonly start?: number;
  readonly lower?: number;
  readonly upper?: number;
  /** Parameter ~ Normal(mean, standardDeviation²), standardDeviation > 0, in the parameter's own unit. */
  readonly prior?: { readonly mean: number; readonly standardDeviation: number };
}

/** Settings by parameter name; a parameter without one is free. */
export type ParameterSettings = ReadonlyMap<string, ParameterSetting>;

/** Settings in the formula's order, checked. */
export interface ResolvedSettings {
  readonly start: Float64Array; // p
  readonly lower: Float64Array; // p
  readonly upper: Float64Array; // p
  readonly priors: readonly { readonly position: number; readonly mean: number; readonly standardDeviation: number }[];
}

function clamp(value: number, lower: number, upper: number): number {
  return Math.min(Math.max(value, lower), upper);
}

function startOf({ start, lower, upper, prior }: ParameterSetting): number {
  const low = lower ?? Number.NEGATIVE_INFINITY;
  const high = upper ?? Number.POSITIVE_INFINITY;
  if (start !== undefined) return start;
  if (prior) return clamp(prior.mean, low, high);
  return Number.isFinite(low + high) ? (low + high) / 2 : clamp(1, low, high);
}

function requireUsable(name: string, setting: ParameterSetting): void {
  const { start, lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY, prior } = setting;
  if (!(lower < upper)) throw new RangeError(`parameter ${name} requires lower < upper, got ${lower} and ${upper}`);
  if (start !== undefined && !(Number.isFinite(start) && start >= lower && start <= upper)) {
    throw new RangeError(`parameter ${name} requires a start in [${lower}, ${upper}], got ${start}`);
  }
  if (prior && !(Number.isFinite(prior.mean) && prior.standardDeviation > 0 && prior.standardDeviation < 1e300)) {
    throw new RangeError(`parameter ${name} requires a prior with a positive standard deviation`);
  }
}

/** @throws RangeError when a setting names no parameter, or its numbers contradict each other */
export function resolveSettings({ parameters }: Formula, settings: ParameterSettings): ResolvedSettings {
  for (const [name, setting] of settings) {
    if (!parameters.includes(name)) throw new RangeError(`the formula has no parameter ${name}`);
    requireUsable(name, setting);
  }
  const ordered = parameters.map((name) => settings.get(name) ?? {});
  return {
    start: Float64Array.from(ordered, startOf),
    lower: Float64Array.from(ordered, ({ lower }) => lower ?? Number.NEGATIVE_INFINITY),
    upper: Float64Array.from(ordered, ({ upper }) => upper ?? Number.POSITIVE_INFINITY),
    priors: ordered.flatMap(({ prior }, position) => (prior ? [{ position, ...prior }] : [])),
  };
}
