import type { Pack } from '@hadaf/packs';
import { urduSpeaker } from '@hadaf/targets';
import { beforeAll, describe, expect, test } from 'vitest';
import { assessInPack, readBundledPack } from '../assess/pack-evidence.fixture.ts';
import type { TargetAssessment } from '../assess/target-assessment.ts';
import { urduWords } from './urdu-words.ts';

const asOf = '2026-11-22';
const say = urduSpeaker();
let pack: Pack;
let reports: TargetAssessment['report'][];

beforeAll(async () => {
  pack = await readBundledPack();
  reports = pack.targets.filter(({ knownBy }) => knownBy <= asOf).map(({ id }) => assessInPack(pack, id, asOf).report);
}, 60_000);

describe('the Urdu of the bundled pack', () => {
  test('misses only what is in the pack’s own words', () => {
    const own = new Set([
      ...pack.observations.map(({ note }) => note),
      ...pack.indicators.flatMap(({ id, name }) => [id.replaceAll('_', ' '), name]),
      ...pack.targets.map(({ indicatorId }) => indicatorId.replaceAll('_', ' ')),
    ]);
    const missing = reports.flatMap((report) => {
      const words = urduWords(report, say, report.explanation);
      const figures = [...report.figures, ...report.endedYear, ...report.yearInProgress, ...report.whatItTakes];
      const cells = report.matrix?.cells.map(({ sentence }) => sentence) ?? [];
      const steps = report.explanation.flatMap(({ title, formula, note, period, withoutInputs, inputs }) => [
        ...[title, formula, note, period, withoutInputs],
        ...inputs.map(({ name }) => name),
      ]);
      const shown = [
        ...[report.title, report.verdict, report.reason, report.staleness, report.label, report.dueLabel],
        ...[...report.dueReadings, ...report.caveats, ...report.trackRecordNotes, ...cells, ...steps],
        ...figures.flatMap(({ label, basis, note, period }) => [label, basis, note, period]),
        ...[report.matrix?.summary, report.matrix?.contrast?.sentence, report.slips?.sentence, report.assumption],
        ...report.claimHistory.map(({ sentence }) => sentence),
        ...report.years.flatMap(({ sentences }) => sentences),
      ];
      return shown.filter((english) => english && words[english] === undefined && !own.has(english));
    });
    expect([...new Set(missing)]).toEqual([]);
  });

  test('says the same figures as the English, sentence by sentence', () => {
    const digits = (text: string) => (text.match(/\d+/g) ?? []).map(Number).toSorted((a, b) => a - b);
    for (const report of reports) {
      for (const [english, urdu] of Object.entries(urduWords(report, say, report.explanation))) {
        if (!/\b\d{4}-\d{2}-\d{2}\b/.test(english)) expect(digits(urdu), english).toEqual(digits(english));
      }
    }
  });
});

test('a formula keeps its order, its names apart from its signs', () => {
  const { explanation } = reports.find(({ targetId }) => targetId === 'T01') ?? {};
  const urdu = urduWords({ explanation }, say, explanation)['(target − latest value) ÷ 5'];
  expect(urdu).toBe('\u2066(\u2067ہدف\u2069 − \u2067تازہ ترین قدر\u2069) ÷ 5\u2069');
});

test('words are found at any depth, and sources are left alone', () => {
  const words = urduWords(
    { a: [{ label: 'Gap', citations: [{ label: 'Gap required' }] }], title: 'unknown words' },
    say,
  );
  expect(words).toEqual({ Gap: 'ہدف سے فرق' });
});
