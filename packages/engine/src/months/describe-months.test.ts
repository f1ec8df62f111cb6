import type { Pack } from '@hadaf/packs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBundledPack } from '../assess/pack-evidence.fixture.ts';
import { describeMonths, hasMonths } from './describe-months.ts';
import type { IndicatorMonths, MonthRow, ReportRow } from './months-report.ts';

const today = '2026-11-22';
let pack: Pack;

function monthsOf(indicatorId: string, asOf = today): IndicatorMonths {
  const indicator = pack.indicators.find(({ id }) => id === indicatorId);
  if (!indicator) throw new Error(`no indicator ${indicatorId}`);
  const own = pack.observations.filter((observation) => observation.indicatorId === indicatorId);
  return describeMonths(indicator, own, new Map(pack.documents.map((document) => [document.id, document])), asOf);
}

let exports: IndicatorMonths;

beforeAll(async () => {
  pack = await readBundledPack();
  exports = monthsOf('ict_services_exports');
});

/** What the printed reports of a month's basis come to, by hand. */
function recomputed({ restsOn }: MonthRow): number {
  return (restsOn?.reports ?? []).reduce((sum, { sign, value }) => sum + sign * value, 0);
}

describe('ICT services exports of the bundled pack', () => {
  test('are explained month by month to their pages', () => {
    const { months, documents } = exports;
    expect(months.length).toBe(128);
    for (const month of months) {
      const { restsOn } = month;
      expect(restsOn?.reports.length).toBeGreaterThan(0);
      expect(recomputed(month)).toBeCloseTo(restsOn?.value ?? Number.NaN, 6);
      for (const { document } of restsOn?.reports ?? []) expect(documents[document]?.url).toMatch(/^https?:/);
    }
  });
  test('lie where their pages allow, month by month', () => {
    for (const { label, value, restsOn } of exports.months) {
      if (label === 'estimated' || !restsOn) continue;
      // A rounded number may also be cut off, which doubles its room.
      const room = ({ qualifier, halfWidth }: ReportRow) => (qualifier === 'rounded' ? 2 : 1) * halfWidth;
      const allowed = restsOn.reports.reduce((sum, one) => sum + room(one), 0);
      expect(Math.abs((value ?? Number.NaN) - restsOn.value)).toBeLessThanOrEqual(allowed + 1e-6);
    }
  });
  test('are the difference of two sums where no page prints the month', () => {
    const november = exports.months.find(({ period }) => period === 'Nov 2024');
    expect(november).toMatchObject({
      label: 'derived',
      restsOn: { value: 312, halfWidth: 1, arithmetic: 'Jul–Nov FY2025 1,518 less Jul–Oct FY2025 1,206' },
    });
  });
  test('sum to every published fiscal year within its print', () => {
    const { years } = exports;
    expect(years.map(({ fiscalYear }) => fiscalYear)).toEqual(Array.from({ length: 10 }, (_, i) => `FY${2016 + i}`));
    for (const { published, difference, isWithinPrint } of years) {
      expect(isWithinPrint).toBe(true);
      expect(Math.abs(difference ?? Number.NaN)).toBeLessThanOrEqual(published.halfWidth + 1e-6);
    }
  });
  test('list the totals printed earlier that their months do not meet', () => {
    const year = exports.years.find(({ fiscalYear }) => fiscalYear === 'FY2023');
    const apart = year?.others.filter(({ isWithinPrint }) => !isWithinPrint).map(({ value }) => value);
    expect(apart).toEqual([2605, 2593, 2605.34, 2597]);
  });
});

describe('conflicts of ICT services exports', () => {
  const known = [
    ['June 2023 printed as July', 'suspect', 'Jul 2023', [214, 224.95], 'Jun 2023'],
    ['November 2024 as first printed elsewhere', 'suspect', 'Nov 2024', [318, 1206, 1518], 'same 5-month total'],
    ['November 2024 revised', 'revision', 'Nov 2024', [310, 318, 324], '310, known by 2025-01-31, stands'],
    ['November 2024 against its sums', 'sums', 'Nov 2024', [310, 1206, 1518], 'printed by 1 page'],
    ['December 2024 printed as November 2025', 'suspect', 'Nov 2025', [348, 356], 'Dec 2024'],
  ] as const;
  test.each(known)('%s', (_name, kind, period, values, words) => {
    const { conflicts, documents } = exports;
    const found = conflicts.filter((one) => one.kind === kind && one.likelyCulprit.period === period);
    const own = found.find(({ reports }) => values.every((value) => reports.some((one) => one.value === value)));
    expect(own?.reports.map(({ value }) => value).toSorted((a, b) => a - b)).toEqual([...values]);
    expect(own?.reason).toContain(words);
    for (const { document } of own?.reports ?? []) expect(documents[document]).toBeDefined();
  });
  test('were not known before their pages', () => {
    const { conflicts, months } = monthsOf('ict_services_exports', '2024-12-31');
    expect(conflicts.filter(({ likelyCulprit }) => likelyCulprit.period === 'Nov 2024')).toEqual([]);
    expect(months.at(-1)).toMatchObject({ period: 'Nov 2024', label: 'reported' });
    expect(months.at(-1)?.value).toBeCloseTo(324, 0);
  });
});

describe('every flow of the bundled pack', () => {
  test('sums to its published years within print', () => {
    const flows = pack.indicators.filter((indicator) =>
      hasMonths(
        indicator,
        pack.observations.filter(({ indicatorId }) => indicatorId === indicator.id),
      ),
    );
    expect(flows.length).toBeGreaterThan(20);
    const exceptions = flows.flatMap(({ id }) => monthsOf(id).years.filter(({ isWithinPrint }) => !isWithinPrint));
    expect(exceptions).toEqual([]);
  });
  test('has months only where it is a flow', () => {
    const stock = pack.indicators.find(({ kind }) => kind === 'stock');
    expect(stock && hasMonths(stock, pack.observations)).toBe(false);
  });
});
