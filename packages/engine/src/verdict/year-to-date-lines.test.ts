import type { YearToDateChartView } from '@hadaf/charts';
import type { Pack } from '@hadaf/packs';
import { beforeAll, describe, expect, test } from 'vitest';
import { assessInPack, readBundledPack } from '../assess/pack-evidence.fixture.ts';
import type { TargetReport } from '../report.ts';

const asOf = '2026-11-22';
let pack: Pack;

beforeAll(async () => {
  pack = await readBundledPack();
});

const reportOf = (targetId: string, day = asOf) => assessInPack(pack, targetId, day).report;

function chartIn(drawn: TargetReport['yearToDate']): YearToDateChartView {
  if (!drawn) throw new Error('no chart');
  return drawn.chart;
}

/** FY2026 ran until 30 June 2026; its eight months were known by 31 May. */
const inYear = '2026-05-31';
const chartOf = ({ yearToDate }: Pick<TargetReport, 'yearToDate'>) => chartIn(yearToDate);
const figureOf = ({ yearInProgress }: Pick<TargetReport, 'yearInProgress'>, label: string) =>
  yearInProgress.find((figure) => figure.label === label)?.value;
const at = (points: YearToDateChartView['pace'], months: number) => points.find((point) => point.months === months)?.y;

describe('the year in progress of $15bn, month by month', () => {
  test('is laid over the five years before it, by reported sums', () => {
    const { months, year, earlier } = chartOf(reportOf('T01', inYear));
    expect([months[0], months[7], months[11]]).toEqual(['Jul', 'Feb', 'Jun']);
    expect(year.points.at(-1)).toEqual({ months: 8, y: 2970 });
    expect(earlier.map(({ label }) => label)).toEqual(['FY2021', 'FY2022', 'FY2023', 'FY2024', 'FY2025']);
    expect(earlier.map(({ points }) => at(points, 12))).toEqual([2108, 2619.1, 2596, 3223, 3800]);
    expect(at(earlier[4]?.points ?? [], 11), 'May 2025 was never reported').toBeUndefined();
  });

  test('its lines have the digits of its figures', () => {
    const report = reportOf('T01', inYear);
    const { year, landing, milestone, pace } = chartOf(report);
    expect(year.points.at(-1)?.y).toBe(figureOf(report, 'Year in progress, so far'));
    expect(landing?.median).toBe(figureOf(report, 'Where that year lands'));
    expect(milestone).toBe(figureOf(report, 'Milestone of the year'));
    expect(at(pace, 8)).toBe(figureOf(report, 'Where it should be by now'));
    expect(at(pace, 12)).toBe(milestone);
  });

  /** By hand: FY2021–FY2025 to December 959, 1301.88, 1334.969, 1454.881, 1866 of 2108, 2619.1, 2596, 3223, 3800. */
  test('December should bring the usual share of the milestone', () => {
    const { pace } = chartOf(reportOf('T01', inYear));
    const logs = [2108 / 959, 2619.1 / 1301.88, 2596 / 1334.969, 3223 / 1454.881, 3800 / 1866].map(Math.log);
    const share = Math.exp(-logs.reduce((sum, log) => sum + log, 0) / 5);
    expect(at(pace, 6)).toBeCloseTo(5000.86498 * share, 3);
  });

  test('the path needed leads from what is known to the milestone by the usual months', () => {
    const { needed, pace, milestone } = chartOf(reportOf('T01', inYear));
    expect(needed?.by).toBe('usual-shares');
    const points = needed?.points ?? [];
    expect([points[0], points.at(-1)]).toEqual([
      { months: 8, y: 2970 },
      { months: 12, y: milestone },
    ]);
    const step = (from: number, to: number, of: YearToDateChartView['pace']) => (at(of, to) ?? 0) - (at(of, from) ?? 0);
    const whole = step(8, 12, points) / step(8, 12, pace);
    for (const [from, to] of [
      [8, 9],
      [9, 10],
      [10, 11],
      [11, 12],
    ] as const) {
      expect(step(from, to, points) / step(from, to, pace)).toBeCloseTo(whole, 9);
    }
  });

  test('every page a sum was printed on is cited once, and was public by then', () => {
    const { yearToDate } = reportOf('T01', '2025-10-31');
    const cited = yearToDate?.citations ?? [];
    expect(cited.length).toBeGreaterThan(10);
    expect(new Set(cited.map(({ url, publisher, agency }) => `${url} ${publisher} ${agency}`)).size).toBe(cited.length);
    expect(cited.filter(({ knownBy }) => knownBy > '2025-10-31')).toEqual([]);
  });
});

describe('once the year is over', () => {
  test('it is drawn without a path still needed', () => {
    const { year, milestone, pace, needed } = chartIn(reportOf('T01').endedYearToDate);
    expect([year.label, year.points.at(-1), needed]).toEqual(['FY2026', { months: 8, y: 2970 }, null]);
    expect(at(pace, 12)).toBe(milestone);
  });

  test('the next is drawn with its milestone by the usual months, and nothing known', () => {
    const report = reportOf('T01');
    const { year, earlier, milestone, pace, landing, needed } = chartOf(report);
    expect([year, needed]).toEqual([{ label: 'FY2027', points: [] }, null]);
    expect(earlier.map(({ label }) => label)).toEqual(['FY2022', 'FY2023', 'FY2024', 'FY2025', 'FY2026']);
    expect(at(pace, 4)).toBe(figureOf(report, 'Where it should be by now'));
    expect(at(pace, 12)).toBe(milestone);
    expect(landing?.median).toBe(figureOf(report, 'Where that year lands'));
  });
});

test('sums never fall and paths rise to the milestone, on any day and of any target', () => {
  const rises = (points: YearToDateChartView['pace']) =>
    points.every(
      ({ y, months }, i) => i === 0 || (y >= (points[i - 1]?.y ?? 0) && months > (points[i - 1]?.months ?? 0)),
    );
  let drawn = 0;
  for (const { id } of pack.targets) {
    for (const day of ['2023-02-01', '2024-11-30', asOf]) {
      const { yearToDate, endedYearToDate } = reportOf(id, day);
      for (const { chart } of [yearToDate, endedYearToDate].filter((one) => one !== null)) {
        drawn += 1;
        const { pace, needed, milestone, earlier } = chart;
        expect([id, day, rises(pace), rises(needed?.points ?? [])]).toEqual([id, day, true, true]);
        expect(earlier.length).toBeLessThanOrEqual(5);
        for (const { points } of earlier) expect(points.length).toBeGreaterThan(0);
        if (needed) expect(needed.points.at(-1)).toEqual({ months: 12, y: milestone });
      }
    }
  }
  expect(drawn).toBeGreaterThan(20);
});

test('a target whose period is over has its lines, and nothing needed', () => {
  const { milestone, pace, needed, earlier } = chartIn(reportOf('T23').endedYearToDate);
  expect([milestone, pace, needed]).toEqual([null, [], null]);
  expect(earlier.length).toBe(5);
});

test('a count by day has no year in progress to draw', () => {
  expect(reportOf('T30').yearToDate).toBeNull();
});
