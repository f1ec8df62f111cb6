import type { Rng } from '@hadaf/numerics';
import type { FittedModel } from '../model.ts';
import type { GrowthCurve } from './growth-curve.ts';
import { antitheticDraws, drawParameters, type ParameterSpread } from './parameter-draws.ts';
import type { ResidualProcess } from './residual-process.ts';

/** A curve with estimated parameters, its uncertainty and the errors round it. */
export interface GrowthEstimate extends ParameterSpread {
  readonly curve: GrowthCurve;
  readonly logs: Float64Array; // n
  readonly degreesOfFreedom: number;
  readonly errors: ResidualProcess;
}

/** No path grows or shrinks more than 4.5-fold in a period: e^1.5, beyond any yearly export growth on record. */
const largestLogStep = 1.5;
function curveAt({ curve }: GrowthEstimate, parameters: Float64Array, t: number, scratch: Float64Array): number {
  return curve.differentiate(parameters, t, scratch);
}

function oneStepAhead(estimate: GrowthEstimate): Float64Array {
  const { logs, parameters, errors } = estimate;
  const scratch = new Float64Array(parameters.length);
  const fitted = new Float64Array(logs.length);
  let deviation = 0;
  for (let t = 0; t < logs.length; t++) {
    const mean = curveAt(estimate, parameters, t, scratch);
    fitted[t] = Math.exp(mean + errors.persistence * deviation);
    deviation = logs[t] - mean;
  }
  return fitted;
}

function pointForecast(estimate: GrowthEstimate, horizon: number): Float64Array {
  const { logs, parameters, errors } = estimate;
  const scratch = new Float64Array(parameters.length);
  const last = logs.length - 1;
  let deviation = logs[last] - curveAt(estimate, parameters, last, scratch);
  const forecast = new Float64Array(horizon);
  for (let h = 0; h < horizon; h++) {
    deviation *= errors.persistence;
    forecast[h] = Math.exp(curveAt(estimate, parameters, last + 1 + h, scratch) + deviation);
  }
  return forecast;
}

/** Writes one path from p + horizon normals. It starts from the last observation's deviation from the drawn curve. */
function writePath(estimate: GrowthEstimate, normals: Float64Array, scale: number, path: Float64Array): void {
  const { logs, errors, parameters } = estimate;
  const p = parameters.length;
  const scratch = new Float64Array(p);
  const drawn = drawParameters(estimate, normals, scale);
  const last = logs.length - 1;
  let deviation = logs[last] - curveAt(estimate, drawn, last, scratch);
  let before = logs[last];
  for (let h = 0; h < path.length; h++) {
    deviation = errors.persistence * deviation + scale * errors.innovation * normals[p + h];
    const level = curveAt(estimate, drawn, last + 1 + h, scratch) + deviation;
    before += Math.min(Math.max(level - before, -largestLogStep), largestLogStep);
    path[h] = Math.exp(before);
  }
}

function simulatePaths(estimate: GrowthEstimate, horizon: number, paths: number, rng: Rng): Float64Array {
  const values = new Float64Array(paths * horizon);
  const { parameters, degreesOfFreedom } = estimate;
  const wanted = { paths, count: parameters.length + horizon, degreesOfFreedom };
  antitheticDraws(wanted, rng, (path, normals, scale) => {
    writePath(estimate, normals, scale, values.subarray(path * horizon, (path + 1) * horizon));
  });
  return values; // paths × horizon
}

export function fittedGrowth(name: string, estimate: GrowthEstimate): FittedModel {
  const { curve, parameters, errors } = estimate;
  return {
    name,
    parameters: { ...curve.report(parameters), persistence: errors.persistence, innovation: errors.innovation },
    fitted: oneStepAhead(estimate),
    forecast: (horizon) => pointForecast(estimate, horizon),
    simulate: (horizon, paths, rng) => simulatePaths(estimate, horizon, paths, rng),
  };
}
