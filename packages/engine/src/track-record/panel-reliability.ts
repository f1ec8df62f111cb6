import { shareInterval } from '@hadaf/evaluation';
import { annualReliability, type HeldOutReliability } from '@hadaf/models';
import { intervalCoverage } from './judge-reliability.ts';
import type { Reliability } from './record-report.ts';

function sentenceOf({ questions, events, series, source }: HeldOutReliability): string {
  const size = `${questions} standard questions about ${events} years of ${series} series`;
  return `${size} (${source}): each half of the economies was asked by what the other half taught. Years that surprised one economy surprised others too, so the intervals are narrower than the truth.`;
}

/** The reliability of the calibration the product ships, on series it was not learned from. */
export function panelReliability(measured: HeldOutReliability = annualReliability): Reliability {
  const { questions, events, series, brier, logScore, calibrationError, parts, bars } = measured;
  const rows = bars.map((bar) => {
    const [lower, upper] = shareInterval(Math.round(bar.hitShare * bar.count), bar.count, intervalCoverage);
    return { ...bar, lower, upper };
  });
  return {
    ...{ questions, events, seriesCount: series, brier, logScore, calibrationError, parts, rows },
    chart: { title: `Reliability of ${questions} questions of the public panel`, bars: rows },
    sentence: sentenceOf(measured),
  };
}
