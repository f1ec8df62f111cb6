import {
  exponentialGrowth,
  type ForecastRequest,
  type ForecastResult,
  forecastSeries,
  gompertzGrowth,
  logisticGrowth,
} from '@hadaf/models';
import { rememberedModel } from './remembered-model.ts';

/** Growth curves enter where they can be fitted; one whose cap the data do not identify is listed, with that reason. */
const growthCurves = [exponentialGrowth, logisticGrowth, gompertzGrowth].map(rememberedModel);

/** The product's forecast of a series: the combination of the models, and the growth curves the data allow. */
export function forecastWithGrowth(request: ForecastRequest): ForecastResult {
  return forecastSeries({ ...request, candidates: growthCurves });
}
