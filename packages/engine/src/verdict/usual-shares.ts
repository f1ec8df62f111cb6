import type { YearToDatePoint } from '@hadaf/charts';
import { type FiscalYearValue, type YearStanding, yearToDate } from '@hadaf/series';
import { mean } from 'simple-statistics';
import { leastPrecedents, mostPrecedents } from '../assess/landing.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';

const monthsOfYear = 12;

/** The years the shares are told from: the landing's own where months make one, else the last with a total. */
function yearsOf({ landing, years }: MeasuredSeries, { fiscalYear, sum }: YearStanding): FiscalYearValue[] {
  if (landing?.fiscalYear !== fiscalYear || !sum) {
    return years.filter(({ value }) => value > 0).slice(-mostPrecedents);
  }
  return sum.precedents
    .filter(({ yearToDate: same, annual }) => same.value > 0 && annual.value > 0)
    .slice(-mostPrecedents)
    .map(({ annual }) => annual);
}

/**
 * The usual share of a year's total after each number of months, rising to 1 after twelve: exp(−mean of log(total ÷ sum
 * of the months)) over the years the landing is told from; at the months a landing is told from, the landing's own.
 *
 * A month known in fewer than three of these years is left out, as is one that other years than its neighbours' would
 * make fall back. Empty where no share can be told.
 */
export function usualShares(series: MeasuredSeries, standing: YearStanding): YearToDatePoint[] {
  const { landing, known, indicator } = series;
  const isLanded = landing?.fiscalYear === standing.fiscalYear;
  if (isLanded && landing.precedents === 0) return [];
  const pinned = isLanded && standing.sum ? { months: landing.months, y: standing.sum.value / landing.median } : null;
  const used = yearsOf(series, standing);
  const shares: YearToDatePoint[] = [];
  for (let months = 1; months < monthsOfYear; months += 1) {
    const ratios = used.flatMap((annual) => {
      const sum = yearToDate(known, annual.fiscalYear, months, indicator.calendar);
      return sum && sum.value > 0 ? [Math.log(annual.value / sum.value)] : [];
    });
    if (ratios.length < leastPrecedents) continue;
    const isPinned = pinned?.months === months;
    const share = isPinned ? pinned.y : Math.exp(-mean(ratios));
    const least = pinned && months > pinned.months ? pinned.y : 0;
    const most = pinned && months < pinned.months ? pinned.y : 1;
    const isBetween = share > Math.max(least, shares.at(-1)?.y ?? 0) && share < most;
    if (isPinned || isBetween) shares.push({ months, y: share });
  }
  return shares.length === 0 ? [] : [...shares, { months: monthsOfYear, y: 1 }];
}
