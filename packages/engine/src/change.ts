/** Why a number moved and what that takes, without what runs, packs and imports load: for a command that asks just this. */
export { forecastSettings } from './assess/annual-forecast.ts';
export { readCodeVersion } from './code-version.ts';
export { forecasterHere } from './fit/forecaster-here.ts';
export { amountChange, finePercent, points } from './verdict/change-summary.ts';
export { explainChange } from './verdict/explain-change.ts';
