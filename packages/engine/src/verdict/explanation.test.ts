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
    expect(explanation.at(-2)?.title).toBe('Probability at the date');
  });

  test('gives every formula its inputs, and these their sources', () => {
    const required = step('Growth required');
    const [latest, target] = required?.inputs ?? [];
    expect(latest).toMatchObject({ value: 3800, period: 'FY2025' });
    expect(latest?.citations.length).toBe(1);
    expect(((target?.value ?? 0) / (latest?.value ?? 1)) ** (1 / 5) - 1).toBeCloseTo((required?.value ?? 0) / 100, 12);
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
    const known = inputs.filter(({ name }) => name === 'known').reduce((sum, input) => sum + input.value, 0);
    const ratios = inputs.filter(({ unit }) => unit === 'ratio').map((input) => Math.log(input.value));
    expect(known * Math.exp(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length)).toBeCloseTo(value ?? 0, 6);
  });

  test('repeats the report’s figures to the last digit', () => {
    const { figures, probability, explanation } = report('T01');
    for (const { label, value } of figures) expect(explanation.find(({ title }) => title === label)?.value).toBe(value);
    expect(step('Probability at the date')?.value).toBe(probability?.atDate);
  });
});

test('every target of the pack is explained from promise to status', () => {
  for (const { id } of pack.targets) {
    const { explanation, status } = report(id);
    expect(explanation[0]?.title, id).toBe('What was promised');
    expect(explanation.at(-1)?.title, id).toBe(`Status: ${status.replace('-', ' ')}`);
  }
});
