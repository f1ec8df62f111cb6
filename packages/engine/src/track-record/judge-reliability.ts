import {
  brierDecomposition,
  brierScore,
  expectedCalibrationError,
  type JudgedProbability,
  logScore,
  reliabilityDiagram,
  shareInterval,
} from '@hadaf/evaluation';
import { counted } from '@hadaf/series';
import type { Reliability } from './record-report.ts';
import { logFloor } from './score-horizons.ts';

/** A question with what it shares its luck with. */
export interface JudgedEvent extends JudgedProbability {
  readonly event: string;
  readonly series: string;
}

/** Fewer events than this, or fewer series, and a diagram is a few draws. */
const fewestEvents = 30;
const fewestSeries = 5;
/** Of a bar's interval. */
export const intervalCoverage = 0.8;

function sentenceOf(questions: number, events: number, seriesCount: number, what: string): string {
  const size = `${questions} ${what} about ${counted(events, 'event')} of ${seriesCount} series`;
  if (events < fewestEvents || seriesCount < fewestSeries)
    return `${size}: too few to tell a good forecaster from a lucky one. Questions of one series share its luck.`;
  return `${size}. Where a bar’s interval holds the diagonal, what was said and what happened agree.`;
}

/**
 * The reliability of judged probabilities; null where nothing was judged.
 *
 * @param what  the questions in words: `probabilities of targets`
 */
export function judgeReliability(judged: readonly JudgedEvent[], what: string): Reliability | null {
  if (judged.length === 0) return null;
  const events = new Set(judged.map(({ event }) => event)).size;
  const seriesCount = new Set(judged.map(({ series }) => series)).size;
  const rows = reliabilityDiagram(judged)
    .filter(({ count }) => count > 0)
    .map((bin) => {
      const [lower, upper] = shareInterval(Math.round(bin.hitShare * bin.count), bin.count, intervalCoverage);
      return { ...bin, lower, upper };
    });
  return {
    questions: judged.length,
    events,
    seriesCount,
    brier: brierScore(judged),
    logScore: logScore(judged, logFloor),
    calibrationError: expectedCalibrationError(judged),
    parts: brierDecomposition(judged),
    rows,
    chart: { title: `Reliability of ${judged.length} ${what}`, bars: rows },
    sentence: sentenceOf(judged.length, events, seriesCount, what),
  };
}
