import { describe, expect, test } from 'vitest';
import { type ScenarioSettings, scenarioRequestOf } from './scenario-settings.ts';

const nothing = { add: [], open: [], delay: [] };
const assumedBy = (settings: Partial<ScenarioSettings>) =>
  scenarioRequestOf('T01', 'a name', { ...nothing, ...settings }).assume;

describe('hadaf scenario new', () => {
  test('reads growth, paths and factors as percent and numbers', () => {
    expect(assumedBy({ growth: '25 %' })).toEqual({ growth: [25] });
    expect(assumedBy({ growthPath: '20,25,−30' })).toEqual({ growth: [20, 25, -30] });
    expect(assumedBy({ accelerate: '2', cap: '20000' })).toEqual({ acceleration: 2, cap: 20_000 });
    expect(assumedBy({ formula: 'a + b*t', probability: '66%' })).toEqual({ formula: 'a + b*t', probability: 0.66 });
  });

  test('reads several lines, once or every year', () => {
    const add = [
      'Karachi IT Park',
      '70',
      'from',
      '2027',
      'a sale',
      '5.5',
      'from',
      '2028-01-01',
      'once',
      'b',
      '1',
      'from',
      'FY2029',
    ];
    expect(assumedBy({ add }).lines).toEqual([
      { label: 'Karachi IT Park', amount: 70, from: '2027' },
      { label: 'a sale', amount: 5.5, from: '2028-01-01', times: 'once' },
      { label: 'b', amount: 1, from: 'FY2029' },
    ]);
  });

  test('reads openings and delays in pairs', () => {
    const assumed = assumedBy({ open: ['T54', 'T44', 'T53', 'T43'], delay: ['T44', '12'] });
    expect(assumed.lines).toEqual([
      { effect: 'T54', opening: 'T44' },
      { effect: 'T53', opening: 'T43' },
    ]);
    expect(assumed.delays).toEqual([{ of: 'T44', months: 12 }]);
  });

  test.each<[Partial<ScenarioSettings>, string]>([
    [{ growth: 'fast' }, '--growth takes a number'],
    [{ growth: '' }, '--growth takes a number'],
    [{ growth: '5', growthPath: '5,6' }, 'not both'],
    [{ growthPath: '20,,30' }, '--growth-path takes a number'],
    [{ add: ['Karachi IT Park', '70'] }, 'a line is written'],
    [{ add: ['Karachi IT Park', '70', 'in', '2027'] }, 'a line is written'],
    [{ add: ['Karachi IT Park', 'much', 'from', '2027'] }, '--add takes a number'],
    [{ open: ['T54'] }, 'an opening names the claim and its event'],
    [{ delay: ['T44'] }, 'a delay names what is late'],
    [{ delay: ['T44', '1.5'] }, 'cannot be read'],
    [{ growth: '-100' }, 'cannot be read'],
    [{ accelerate: '0' }, 'cannot be read'],
    [{ probability: '1' }, 'cannot be read'],
    [{}, 'cannot be read'],
    [{ growth: '5', accelerate: '2' }, 'cannot be read'],
  ])('refuses %j', (settings, problem) => {
    expect(() => assumedBy(settings)).toThrow(problem);
  });
});
