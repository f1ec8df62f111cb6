export { type ChartLook, narrowLook, wideLook } from './chart-look.ts';
export {
  type ChartTable,
  fanChartTable,
  rollOutChartTable,
} from './chart-table.ts';
export { type ChartWords, english } from './chart-words.ts';
export { fanChart } from './fan-chart.ts';
export { hedgehogChart, hedgehogChartTable } from './hedgehog-chart.ts';
export { monthsChart } from './months-chart.ts';
export { reliabilityChart, reliabilityChartTable } from './reliability-chart.ts';
export { rollOutChart } from './roll-out-chart.ts';
export { scenarioChart } from './scenario-chart.ts';
export { sparkline } from './sparkline.ts';
export type {
  ChartPoint,
  FanChartView,
  FanPoint,
  HedgehogChartView,
  MonthPoint,
  MonthsChartView,
  ReliabilityChartView,
  RollOutChartView,
  ScenarioChartView,
  SparklineView,
  WaterfallChartView,
  YearToDateChartView,
  YearToDateLine,
  YearToDatePoint,
} from './views.ts';
export { waterfallChart, waterfallChartTable } from './waterfall-chart.ts';
export { yearToDateChart, yearToDateChartTable } from './year-to-date-chart.ts';
