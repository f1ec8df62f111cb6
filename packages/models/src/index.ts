export type { ForecastRequest, ForecastResult, ModelShare, SeriesForecast } from './forecast-series.ts';
export type { Fit, FittedModel, Model, TrainingSeries, UnfitReason } from './model.ts';
