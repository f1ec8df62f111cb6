export type { ChartPoint, FanChartView, FanPoint, RollOutChartView, SparklineView } from './views.ts';
