import {
  brierDecomposition,
  brierScore,
  expectedCalibrationError,
  type JudgedProbability,
  logScore,
  reliabilityDiagram,
} from '@hadaf/evaluation';
import { type Calibration, forecastSeries, type HeldOutReliability, probabilityAtDate } from '@hadaf/models';
import { learnPanelCalibration, type PanelSeries } from './panel-series.ts';

const offsets = [-1, -0.5, 0, 0.5, 1];
const longestHorizon = 5;
const fewestYears = 6;
const paths = 2048;
const seed = 1;
/** A probability of less than this is not told from none. */
const logFloor = 0.005;

/** The standard questions from one origin: thresholds by the series' own past growth, judged by what came. */
function questionsFrom({ id, values }: PanelSeries, origin: number, calibration: Calibration): JudgedProbability[] {
  const past = values.subarray(0, origin);
  const horizon = Math.min(longestHorizon, values.length - origin);
  const forecast = forecastSeries({ seriesId: id, values: past, seasonLength: 1, horizon, seed, paths, calibration });
  if (forecast.kind === 'unfit') return [];
  const growth = Array.from(past.subarray(1), (value, t) => Math.log(value / past[t]));
  const drift = growth.reduce((sum, change) => sum + change, 0) / growth.length;
  const squares = growth.reduce((sum, change) => sum + (change - drift) ** 2, 0);
  const deviation = Math.sqrt(squares / (growth.length - 1));
  return Array.from({ length: horizon }, (_, h) => h + 1).flatMap((h) =>
    offsets.map((z) => {
      const threshold = past[origin - 1] * Math.exp(drift * h + z * deviation * Math.sqrt(h));
      return {
        probability: probabilityAtDate(forecast, h, threshold),
        happened: values[origin + h - 1] >= threshold,
      };
    }),
  );
}

function questionsOf(series: PanelSeries, calibration: Calibration): JudgedProbability[] {
  const origins = Array.from({ length: series.values.length - fewestYears }, (_, k) => fewestYears + k);
  return origins.flatMap((origin) => questionsFrom(series, origin, calibration));
}

/** The standard questions asked of each half of the panel's economies, answered by what the other half taught. */
export function heldOutReliability(panel: readonly PanelSeries[], source: string): HeldOutReliability {
  const economies = [...new Set(panel.map(({ economy }) => economy))].toSorted();
  const halfOf = ({ economy }: PanelSeries) => economies.indexOf(economy) % 2;
  const judged = [0, 1].flatMap((half) => {
    const calibration = learnPanelCalibration(
      panel.filter((series) => halfOf(series) !== half),
      { source },
    );
    return panel.filter((series) => halfOf(series) === half).flatMap((series) => questionsOf(series, calibration));
  });
  return {
    source,
    questions: judged.length,
    events: panel.reduce((sum, { values }) => sum + values.length - fewestYears, 0),
    series: panel.length,
    brier: brierScore(judged),
    logScore: logScore(judged, logFloor),
    calibrationError: expectedCalibrationError(judged),
    parts: brierDecomposition(judged),
    bars: reliabilityDiagram(judged).filter(({ count }) => count > 0),
  };
}
