import { assessTarget, type Target } from '@hadaf/targets';
import { matrixReport } from '../verdict/matrix-report.ts';
import { distinctCitations } from './citation.ts';
import { goalOf } from './growth-figures.ts';
import { dataThrough, type MeasuredSeries } from './measured-series.ts';
import { yearFigure } from './series-figures.ts';
import { decisionOf, type KindAssessment, nothingMeasured, targetFrame } from './target-assessment.ts';

/** A target whose values are of another definition than the one it was set on: what is reported, and why no rule compares them. */
export function assessIncomparable(target: Target, series: MeasuredSeries, incomparable: string): KindAssessment {
  const decision = assessTarget({
    ...{ target, due: target.due[0] ?? null, asOf: series.asOf, history: [], incomparable },
    probability: { kind: 'none', reason: incomparable },
    ...{ requiredGrowth: null, achievedGrowth: null },
  });
  const latest = series.years.at(-1);
  const figures = latest ? [yearFigure(series, latest)] : [];
  const goal = target.kind === 'level' ? goalOf(series, target) : null;
  return {
    decision: decisionOf(decision),
    report: {
      ...nothingMeasured,
      ...targetFrame(target, decision, series.asOf),
      indicatorName: series.indicator.name,
      dataThrough: dataThrough(series),
      latest: figures[0] ?? null,
      figures,
      matrix: goal && matrixReport({ target, goal, series, variants: [], probability: null, incomparable }),
      citations: distinctCitations(figures.flatMap(({ citations }) => citations)),
    },
  };
}
