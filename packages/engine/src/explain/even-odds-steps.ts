import type { Figure } from '../report.ts';
import { type DraftStep, figureStep, taken } from './chain.ts';
import type { ForecastEvidence } from './forecast-steps.ts';
import { growthExpression } from './growth-steps.ts';

/** What growth, amount and date would make P one half, from where the forecast starts and from its middle at the date. */
export function evenOddsSteps(
  figures: readonly Figure[],
  { series, annual, goal, judged, years, landing }: ForecastEvidence,
  expected: DraftStep | undefined,
): DraftStep[] {
  if (!annual || !goal) return [];
  const ahead = goal.fiscalYear - annual.firstYear + 1;
  const origin = landing.landing ?? [...years.values()].at(-1);
  const target = taken('target', 'target', judged);
  const isNegative = (origin?.value ?? 0) < 0;
  return figures.map((figure) => {
    if (figure.label.startsWith('Growth for')) {
      const inputs = [...target, ...taken('origin', series.landing ? 'landing estimate' : 'latest value', origin)];
      return figureStep('even-odds', figure, {
        expression: growthExpression('origin', 'target', ahead, isNegative),
        inputs,
      });
    }
    const middle = taken('median', 'expected value', expected);
    if (figure.label.startsWith('Added amount')) {
      return figureStep('even-odds', figure, {
        expression: `(target - median) / ${ahead}`,
        inputs: [...target, ...middle],
      });
    }
    return figureStep('even-odds', figure, { inputs: [...target, ...middle] });
  });
}
