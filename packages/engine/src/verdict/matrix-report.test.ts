import type { Observation } from '@hadaf/series';
import { beforeAll, describe, expect, test } from 'vitest';
import { type MeasuredSeries, measureSeries } from '../assess/measured-series.ts';
import { assessInPack, packEvidence, readBundledPack } from '../assess/pack-evidence.fixture.ts';
import type { MatrixReport } from '../report.ts';
import { matrixReport } from './matrix-report.ts';

const asOf = '2026-11-22';

/** The headline with freelancers: 4,600 in FY2025, printed with +26.4 %, which implies 4,600 ÷ 1.264 = 3,639.2 before. */
function headline(bank: MeasuredSeries): MeasuredSeries {
  const id = 'it_plus_freelance_exports';
  const indicator = { ...bank.indicator, id, name: 'IT exports with freelancers', variantOf: bank.indicator.id };
  const report = (fiscalYear: number, value: number): Observation => ({
    ...{ indicatorId: id, start: `${fiscalYear - 1}-07-01`, end: `${fiscalYear}-06-30`, value, qualifier: 'about' },
    ...{ halfWidth: 50, agency: 'MoITT', documentId: 'page', publishedOn: '2025-07-19', knownBy: '2025-07-19' },
    ...{ knownByBasis: 'the page is dated', status: 'accepted', note: '' },
  });
  return measureSeries(indicator, [report(2024, 4600 / 1.264), report(2025, 4600)], new Map(), asOf);
}

let matrix: MatrixReport;
let bank: MeasuredSeries;

beforeAll(async () => {
  const { target, series } = packEvidence(await readBundledPack(), 'T01', asOf);
  if (!series) throw new Error('T01 is measured');
  bank = series;
  const goal = { fiscalYear: 2030, value: 15_000, direction: 'up' as const };
  const found = matrixReport({ target, goal, series, variants: [headline(series)], probability: 0.03 });
  if (!found) throw new Error('T01 has a matrix');
  matrix = found;
});

describe('the verdict matrix of $15bn', () => {
  const ratio = (definitionId: string, windowYears: number) =>
    matrix.cells.find(
      (cell) =>
        cell.methodId === 'cagr-ratio' && cell.definitionId === definitionId && cell.windowYears === windowYears,
    );

  // 0.6128, 0.7370, 0.5418 by hand in fifteen-billion.test.ts; headline (4600/3639.2 − 1) ÷ ((15000/3639.2)^(1/6) − 1)
  test.each([
    ['ict_services_exports', 1, 0.6128, 'at-risk'],
    ['ict_services_exports', 2, 0.737, 'at-risk'],
    ['ict_services_exports', 3, 0.5418, 'off-track'],
    ['it_plus_freelance_exports', 1, 0.9915, 'on-track'],
  ])('on %s over %d years the ratio is %d: %s', (definitionId, windowYears, metric, status) => {
    expect(ratio(definitionId, windowYears)).toMatchObject({ metric: expect.closeTo(metric, 3), status });
  });

  test('has a cell for every method, definition and window, each with a sentence', () => {
    expect(matrix.windows).toEqual([1, 2, 3, 5]);
    for (const { id } of matrix.methods) {
      const cells = matrix.cells.filter(({ methodId }) => methodId === id);
      expect(cells.length, id).toBe(cells[0]?.windowYears === null ? 2 : 8);
    }
    for (const { sentence } of matrix.cells) expect(sentence).toMatch(/^On .*\.$/);
  });

  test('says how much of the contrast is definition and how much window', () => {
    expect(matrix.contrast).toMatchObject({
      from: { definitionId: 'ict_services_exports', windowYears: 3 },
      to: { definitionId: 'it_plus_freelance_exports', windowYears: 1 },
      definitionPart: expect.closeTo(0.3787, 3),
      windowPart: expect.closeTo(0.0711, 3),
    });
  });

  test('counts majority and disagreement', () => {
    const given = matrix.cells.filter(({ status }) => !status.startsWith('not-'));
    const most = given.filter(({ status }) => status === matrix.majority);
    expect(matrix.disagreement).toBeCloseTo(1 - most.length / given.length, 12);
    expect(matrix.summary).toContain(`Of ${matrix.cells.length} verdicts ${given.length} could be given`);
    expect(matrix.summary).toContain(`${given.length - most.length} differ from it`);
  });
});

describe('matrixReport', () => {
  test('of the bundled pack puts the headline at 0.99 beside 0.61', async () => {
    const { report } = assessInPack(await readBundledPack(), 'T01', asOf);
    const ratios = report.matrix?.cells.filter(
      ({ methodId, windowYears }) => methodId === 'cagr-ratio' && windowYears === 1,
    );
    expect(ratios?.map(({ metric }) => metric)).toEqual([expect.closeTo(0.6128, 3), expect.closeTo(0.9919, 3)]);
    expect(report.matrix?.contrast?.sentence).toMatch(
      /0\.54 on .* 0\.99 on .* 0\.38 is the definition and 0\.07 the window/,
    );
  });

  test('leaves out a definition with a single year', async () => {
    const { target } = packEvidence(await readBundledPack(), 'T01', asOf);
    const goal = { fiscalYear: 2030, value: 15_000, direction: 'up' as const };
    const single = { ...headline(bank), years: headline(bank).years.slice(-1) };
    const alone = matrixReport({ target, goal, series: bank, variants: [single], probability: null });
    expect(alone?.definitions.map(({ id }) => id)).toEqual(['ict_services_exports']);
    expect(alone?.contrast?.definitionPart).toBeCloseTo(0, 12);
    expect(matrixReport({ target, goal, series: single, variants: [], probability: null })).toBeNull();
  });
});
