import { describe, expect, test } from 'vitest';
import { hostileText, publishedFixture } from '../../../../tests/e2e/published-fixture.ts';
import { targetReportSchema } from '../published/report-schema.ts';
import { figuresCsv } from './figures-csv.ts';

const report = async (id: string) =>
  targetReportSchema.parse(JSON.parse((await publishedFixture.find(`/v1/targets/${id}`))?.body ?? 'null'));

describe('figuresCsv', () => {
  test('has a line a figure with unit, period, sources and the day it became known', async () => {
    const [head, ...lines] = figuresCsv([await report('T01')]).split('\r\n');
    expect(head).toBe('target,title,figure,value,unit,shown,period,basis,note,known_by,sources,as_of,run');
    const latest = lines.find((line) => line.includes(',Latest value,'));
    expect(latest).toMatch(/^T01,.*,Latest value,3800,USD mn,\$3\.80bn,/);
    expect(latest).toMatch(/,\d{4}-\d{2}-\d{2},https?:\/\/\S+,2026-11-22,0198f3a2-5c1e-7d40-9a51-3f0c2b7e6d11$/);
    expect(lines.at(-1)).toBe('');
  });

  test('keeps every digit, and a number below zero a number', async () => {
    const csv = figuresCsv([{ ...(await report('T01')), probability: { atDate: 0.012345678901234567, byDate: 0.1 } }]);
    expect(csv).toContain('Probability at the date,0.012345678901234567,probability,');
    expect(csv).toContain('Gap at the date,-7356,USD mn,');
  });

  test('lets no spreadsheet run a text', async () => {
    const own = await report('T01');
    const figures = ['=1+1', '+1', '-1', '@x', '＝1', hostileText].map((label) => ({ ...own.figures[0], label }));
    const csv = figuresCsv([targetReportSchema.parse({ ...own, title: 'a "b", c', latest: null, figures })]);
    for (const text of ['=1+1', '+1', '-1', '@x', '＝1']) expect(csv).toContain(`,"a ""b"", c",'${text},`);
  });
});
