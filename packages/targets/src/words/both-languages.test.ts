import { addDays } from '@hadaf/series';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessRollOut } from '../roll-out/assess-roll-out.ts';
import type { Target } from '../target.ts';
import { assessTarget } from '../verdict/assess-target.ts';
import type { AssessmentInput } from '../verdict/assessment.ts';
import { urduSpeaker } from './in-urdu.ts';

const fiscal = (year: number) => ({ label: `FY${year}`, start: `${year - 1}-07-01`, end: `${year}-06-30` });

const target: Target = {
  ...{ id: 'T01', title: 'IT exports of $15 billion by 2030', indicatorId: 'exports' },
  measure: { indicatorId: 'exports', assumption: null },
  ...{ notMeasurableBecause: null, value: 15_000, unit: 'USD mn per year', direction: 'up', kind: 'level' },
  due: [fiscal(2030)],
  ...{ dueWording: 'by 2030', baselineWording: '', announcedOn: '2025-07-19', knownBy: '2025-07-19' },
  ...{ announcedBy: 'MoITT', documentId: 'page', note: '', standing: 'official' },
};

const verdictOf = (change: Partial<AssessmentInput>) =>
  assessTarget({
    ...{ target, due: fiscal(2030), asOf: '2026-11-22', requiredGrowth: 0.316, achievedGrowth: 0.179 },
    history: [2596, 3223, 3800].map((value, i) => ({ ...fiscal(2023 + i), value })),
    probability: { kind: 'known', atDate: 0.012, byDate: 0.02 },
    ...change,
  });

const say = urduSpeaker();

/** A sentence with its Urdu, which it must have, well formed in both. */
function bothOf(english: string): { readonly english: string; readonly urdu: string } {
  const urdu = say(english);
  if (urdu === null) throw new Error(`no Urdu for: ${english}`);
  for (const text of [english, urdu]) expect(text).not.toMatch(/undefined|NaN|null| {2}|^\s|\s$/);
  expect(english).not.toMatch(/(?<![\d.,])1 (?:days|months|years|bands|times|units|values)\b/);
  expect(urdu.split('\u2066').length, urdu).toBe(urdu.split('\u2069').length);
  const digits = (text: string) => (text.match(/\d[\d,.]*\d|\d/g) ?? []).toSorted();
  expect(digits(urdu), english).toEqual(digits(english));
  return { english, urdu };
}

const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0.33, 0.66, 0.3299, 0.6599, 0, 1));
const rate = fc.oneof(fc.double({ min: -0.9, max: 3, noNaN: true }), fc.constant(0));

/** Which of the words a sentence uses, by the name of what they say; the words of both languages stand side by side. */
type Words = Readonly<Record<string, readonly [english: RegExp, urdu: RegExp]>>;

function saidBy(words: Words, { english, urdu }: ReturnType<typeof bothOf>) {
  const names = Object.keys(words);
  return {
    english: names.filter((name) => words[name]?.[0].test(english)),
    urdu: names.filter((name) => words[name]?.[1].test(urdu)),
  };
}

describe('a verdict, in English and in Urdu alike', () => {
  test('is as certain as its probability', () => {
    const certainties: Words = {
      likely: [/ is likely, with/, /امکان زیادہ ہے/],
      even: [/ about as likely as not, with| about even, with/, /امکان تقریباً آدھا ہے/],
      unlikely: [/ unlikely, with/, /امکان کم ہے/],
      'on-track': [/ is on track:/, /ہدف درست راہ پر ہے/],
      'at-risk': [/ is at risk:/, /ہدف خطرے میں ہے/],
      'off-track': [/ is off track:/, /ہدف راہ سے ہٹا ہوا ہے/],
    };
    const expected = (p: number) =>
      p >= 0.66 ? ['likely', 'on-track'] : p >= 0.33 ? ['even', 'at-risk'] : ['unlikely', 'off-track'];
    fc.assert(
      fc.property(share, (p) => {
        const said = saidBy(
          certainties,
          bothOf(verdictOf({ probability: { kind: 'known', atDate: p, byDate: p } }).verdict),
        );
        expect(said.english).toEqual(expected(p));
        expect(said.urdu).toEqual(expected(p));
      }),
    );
  });

  test('moves and compares as its growth does', () => {
    const directions: Words = {
      'must grow': [/ must grow /, /بڑھنا ہو گا/],
      'must fall': [/ must fall /, /گھٹنا ہو گا/],
      grew: [/ grew /, / بڑھی/],
      fell: [/ fell /, / گھٹی/],
      'did not move': [/ did not move/, /نہیں بدلی/],
      less: [/, less than that/, /یعنی اس سے کم/],
      more: [/, more than that/, /یعنی اس سے زیادہ/],
      'wrong way': [/, the wrong way/, /یعنی الٹی سمت/],
    };
    fc.assert(
      fc.property(rate, rate, (required, achieved) => {
        const both = bothOf(verdictOf({ requiredGrowth: required, achievedGrowth: achieved }).verdict);
        const said = saidBy(directions, both);
        expect(said.urdu, both.english).toEqual(said.english);
        expect(said.english.includes('must grow')).toBe(required > 0);
        expect(said.english.includes('must fall')).toBe(required < 0);
        expect(said.english.includes('grew')).toBe(achieved > 0);
        expect(said.english.includes('fell')).toBe(achieved < 0);
        const ways = Math.sign(required) * Math.sign(achieved);
        const isSameWay = ways > 0;
        expect(said.english.includes('less')).toBe(isSameWay && Math.abs(achieved) < Math.abs(required));
        expect(said.english.includes('more')).toBe(isSameWay && Math.abs(achieved) > Math.abs(required));
        expect(said.english.includes('wrong way')).toBe(ways < 0);
      }),
    );
  });

  test('of a past year is reached or missed as its outcome is', () => {
    const outcomes: Words = {
      reached: [/ was reached/, /پورا ہو گیا/],
      missed: [/ was missed/, /پورا نہیں ہوا/],
    };
    fc.assert(
      fc.property(fc.double({ min: 1, max: 40_000, noNaN: true }), (outcome) => {
        const history = [2596, 3223, outcome].map((value, i) => ({ ...fiscal(2023 + i), value }));
        const both = bothOf(verdictOf({ due: fiscal(2025), history }).verdict);
        const expected = [outcome >= target.value ? 'reached' : 'missed'];
        expect(saidBy(outcomes, both)).toEqual({ english: expected, urdu: expected });
      }),
    );
  });
});

describe('a roll-out, in English and in Urdu alike', () => {
  const plan = {
    ...{ targetId: 'T30', startsOn: '2024-07-01' },
    milestones: [
      { on: '2025-06-30', planned: 50, source: '' },
      { on: '2027-06-30', planned: 250, source: '' },
    ],
  };
  const centres: Target = { ...target, title: '250 e-Rozgaar centres', unit: 'count', value: 250, kind: 'roll-out' };

  test('is late or early as its finish is, and counts its days', () => {
    const words: Words = { late: [/ late/, /تاخیر سے/], early: [/ early/, /دن پہلے/] };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 1000 }), (units, days) => {
        const on = addDays(plan.startsOn, days);
        const found = assessRollOut({ target: centres, plan, asOf: '2026-11-22', reported: [{ on, value: units }] });
        bothOf(found.verdict);
        const both = bothOf(found.reason);
        const said = saidBy(words, both);
        expect(said.urdu, both.english).toEqual(said.english);
        const finish = /finishes on (\d+ \w+ \d{4})/.exec(found.reason)?.[1];
        if (finish === undefined) return;
        const slip = Date.parse(`${finish} UTC`) - Date.parse('2027-06-30T00:00:00Z');
        expect(said.english).toEqual(slip > 0 ? ['late'] : slip < 0 ? ['early'] : []);
      }),
      {
        examples: [
          [1, 1],
          [1, 7],
          [50, 364],
          [51, 364],
        ],
      },
    );
  });
});
