import type { Pack } from '@hadaf/packs';
import { beforeAll, describe, expect, test } from 'vitest';
import { assessInPack, readBundledPack } from '../assess/pack-evidence.fixture.ts';

let pack: Pack;

beforeAll(async () => {
  pack = await readBundledPack();
});

const report = (targetId: string) => assessInPack(pack, targetId, '2026-11-22').report;

describe('the explanation of $15bn', () => {
  const step = (title: string) => report('T01').explanation.find((one) => one.title === title);

  test('begins with the promise and ends with the status', () => {
    const { explanation, verdict } = report('T01');
    expect(explanation[0]).toMatchObject({ title: 'What was promised', value: 15_000 });
    expect(explanation[0]?.citations.length).toBe(1);
    expect(explanation.at(-1)?.title).toBe('Status: off track');
    expect(explanation.at(-1)?.note).toContain(verdict);
    expect(explanation.at(-1)?.inputs[0]?.step).toBe(step('Probability at the date')?.number);
  });

  test('says a formula in words, then with its numbers put in', () => {
    expect(step('Growth required')).toMatchObject({
      expression: '((target / latest) ^ (1 / 5) - 1) * 100',
      formula: '((target ÷ latest value)^(1 ÷ 5) − 1) × 100',
      worked: '((15000 ÷ 3800)^(1 ÷ 5) − 1) × 100',
    });
  });

  test('leads from a formula to the page its number was read from', () => {
    const { explanation } = report('T01');
    const latest = step('Growth required')?.inputs.find(({ name }) => name === 'latest value');
    expect(latest).toMatchObject({ value: 3800, period: 'FY2025', citations: [] });
    expect(explanation[(latest?.step ?? 0) - 1]).toMatchObject({ title: 'Latest value', value: 3800 });
    expect(explanation[(latest?.step ?? 0) - 1]?.citations.length).toBe(1);
  });

  test('computes a ratio from the inputs it names', () => {
    const { inputs = [], value } = step('Achieved ÷ required growth, 3-year window') ?? {};
    const [base, latest, target] = inputs.map((input) => input.value);
    if (base === undefined || latest === undefined || target === undefined) throw new Error('three inputs');
    const ratio = ((latest / base) ** (1 / 3) - 1) / ((target / base) ** (1 / 8) - 1);
    expect(value).toBeCloseTo(ratio, 12);
  });

  test('shows the months and the precedents a landing rests on', () => {
    const { inputs = [], value } = step('Where the ended year lands') ?? {};
    const [known, ...ratios] = inputs.map((input) => input.value);
    expect(ratios.length).toBe(5);
    const product = ratios.reduce((all, ratio) => all * ratio, 1);
    expect((known ?? 0) * product ** (1 / 5)).toBeCloseTo(value ?? 0, 6);
  });

  test('tells each verdict of the matrix, and of the paths how many arrive', () => {
    const { explanation, matrix, probability } = report('T01');
    const rules = explanation.filter(({ part }) => part === 'rules');
    expect(rules.map(({ value }) => value)).toEqual(matrix?.cells.map(({ metric }) => metric));
    expect(step('Paths that reach it in FY2030')?.value).toBe((probability?.atDate ?? 0) * 2048);
  });

  test('repeats the report’s figures to the last digit', () => {
    const { figures, probability, explanation } = report('T01');
    for (const { label, value } of figures) expect(explanation.find(({ title }) => title === label)?.value).toBe(value);
    expect(step('Probability at the date')?.value).toBe(probability?.atDate);
  });
});

describe('the explanation of other kinds of target', () => {
  const step = (id: string, title: string) => report(id).explanation.find((one) => one.title === title);

  test('counts the days of a plan between days that pages state', () => {
    expect(step('T30', 'Days gone')).toMatchObject({ value: 403, worked: '8 Aug 2025 − 1 Jul 2024' });
    expect(step('T30', 'SPI(t), in time')?.worked).toBe('291.2 ÷ 403');
    expect(step('T30', 'Finish at the pace so far, days late')?.value).toBe(421);
  });

  test('divides an outcome by what was promised', () => {
    expect(step('T23', 'Attained share')).toMatchObject({ value: 0.5192, worked: '2596 ÷ 5000' });
  });

  test('counts the days since a date passed, and how far it had moved', () => {
    expect(step('T46', 'Days since its date passed')).toMatchObject({
      value: 387,
      worked: '22 Nov 2026 − 31 Oct 2025',
    });
    expect(step('T46', 'Days the date has moved in all')?.value).toBe(report('T46').slips?.totalDays);
  });

  test('adds up the parts of what nobody can measure, and says what would make it measurable', () => {
    expect(step('T02', 'Series that measure it')).toMatchObject({ value: 0, inputs: [] });
    expect(step('T02', 'What would make it measurable')?.note).toContain('two years in a row give a pace');
    expect(step('T03', 'Sum of the stated parts')).toMatchObject({ value: 26_000 });
  });
});

test('every target of the pack is explained from promise to status', () => {
  for (const { id } of pack.targets) {
    const { explanation, status } = report(id);
    expect(explanation[0]?.title, id).toBe('What was promised');
    expect(explanation.at(-1)?.title, id).toBe(`Status: ${status.replace('-', ' ')}`);
  }
});
