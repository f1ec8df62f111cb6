import { urduSpeaker } from '@hadaf/targets';
import { beforeAll, describe, expect, test } from 'vitest';
import { assessInPack, readBundledPack } from '../../packages/engine/src/assess/pack-evidence.fixture.ts';
import type { TargetReport } from '../../packages/engine/src/report.ts';
import { composeIndex, composeReport } from '../../packages/engine/src/run/compose-reports.ts';
import { indexPage } from '../../services/reporting/src/pages/index-page.ts';
import { targetPage } from '../../services/reporting/src/pages/target-page.ts';

const asOf = '2026-11-22';
let pack: Awaited<ReturnType<typeof readBundledPack>>;
let reports: TargetReport[];
/** Address, and the page in each language. */
let pages: { readonly of: string; readonly en: string; readonly ur: string }[];

beforeAll(async () => {
  pack = await readBundledPack();
  const run = { id: '0198f3a2', packId: pack.id, asOf };
  const say = urduSpeaker();
  const known = pack.targets.filter(({ knownBy }) => knownBy <= asOf);
  reports = known.map(({ id }) => composeReport(run, assessInPack(pack, id, asOf).report, [], say));
  const index = composeIndex(run, pack.title, reports, say);
  const inBoth = (of: string, make: (language: 'en' | 'ur') => string) => ({ of, en: make('en'), ur: make('ur') });
  pages = [
    inBoth('/', (language) => indexPage(index, null, language)),
    ...reports.map((report) =>
      inBoth(report.targetId, (language) =>
        targetPage({ report, change: null, record: null }, pack.title, null, language),
      ),
    ),
  ];
}, 240_000);

/** What a reader sees in the body, less the sentence that the English page has in Urdu. */
const visible = (page: string): string =>
  page
    .replace(/[\s\S]*<main id="main">/, '')
    .replace(/<\/main>[\s\S]*/, '')
    .replaceAll(/<svg[\s\S]*?<\/svg>/g, '') // its table has the numbers; how many ticks fit is a matter of letters
    .replaceAll(/<p class="urdu"[\s\S]*?<\/p>/g, '')
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"');

const numbers = (text: string): string[] => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).toSorted();

/** Marked as another language, or code: a source's words, a formula of a method, a name. */
const marked = /<(span|a|code)[^>]*(?:class="original"|lang="en"|dir="ltr")[^>]*>[^<]*<\/\1>|<code[^>]*>[^<]*<\/code>/g;

/** A line of the list of sources: the names of who printed it. */
const sourceItem = /<li class="source"[\s\S]*?<\/li>/g;

/** What stands in left-to-right isolates, and the text without them; Urdu inside a formula is text of its own. */
function takeIsolates(text: string): { readonly isolated: string[]; readonly rest: string } {
  const isolated: string[] = [];
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replaceAll(/([\u2066-\u2068])([^\u2066-\u2069]*)\u2069/g, (_, mark: string, inside: string) => {
      if (mark !== '\u2066') return `“${inside}”`;
      isolated.push(inside);
      return ' ';
    });
  }
  return { isolated, rest };
}

/** A formula, whose symbols and functions are the same in every language: one letter or two, or signs of arithmetic. */
const isFormula = (words: string): boolean =>
  /^[A-Za-z]{1,2}$/.test(words) || /[=÷×√^]|\b(?:[A-Z.]+|ln|exp)\(/.test(words);

/** Names the Urdu pages write in Latin letters: file formats, scores and indices that have no other name. */
const latinNames = new Set([
  'JSON',
  'CSV',
  'API',
  'MASE',
  'CRPS',
  'Brier',
  'SPI',
  'SPI(t)',
  'e-employment',
  'UNCTAD',
  'CC BY 4.0',
]);

describe('every page of the bundled pack', () => {
  test('has no hole, no stray space and no plural of one', () => {
    for (const { of, en, ur } of pages) {
      for (const page of [en, ur]) expect(page, of).not.toMatch(/undefined|NaN|\[object|>null</);
      expect(
        visible(en).match(/.*(?<![\d.,–-])1 (?:days|months|years|cases|claims|reports|documents|bands)\b.*/g),
        of,
      ).toBeNull();
      for (const line of [...visible(en).split('\n'), ...visible(ur).split('\n')]) {
        expect(line.trim(), of).not.toMatch(/ {2}| [،۔؛,;]|([.۔،؛])\1/);
      }
    }
  });

  test('shows the same numbers in both languages, to the last digit', () => {
    for (const { of, en, ur } of pages) expect(numbers(visible(ur)), of).toEqual(numbers(visible(en)));
  });

  test('closes every isolate it opens, in text and in attributes', () => {
    for (const { of, ur } of pages) {
      for (const piece of ur.split(/[<>"\n]/)) {
        const opened = piece.match(/[\u2066\u2067\u2068]/g)?.length ?? 0;
        expect(piece.match(/\u2069/g)?.length ?? 0, `${of}: ${piece}`).toBe(opened);
      }
      expect(ur).not.toMatch(/[\u200e\u200f\u202a-\u202e]/);
    }
  });

  test('leaves in Latin letters only names, and what is marked as the words of a source', () => {
    const own = new Set([
      ...pack.documents.flatMap(({ publisher }) => [publisher]),
      ...pack.observations.flatMap(({ agency, documentId }) => [agency, documentId]),
      ...pack.targets.flatMap(({ id, announcedBy, documentId, dueWording }) => [
        id,
        announcedBy,
        documentId,
        dueWording,
      ]),
    ]);
    const left = pages.flatMap(({ ur }) => {
      const text = visible(ur.replaceAll(marked, '').replaceAll(sourceItem, ''));
      const { isolated, rest } = takeIsolates(text);
      const bare = rest.match(/[A-Za-z][A-Za-z0-9 .,&’'()/+-]*/g) ?? [];
      return [...isolated, ...bare].map((words) => words.trim()).filter((words) => /[A-Za-z]/.test(words));
    });
    const isName = (words: string) =>
      isFormula(words) ||
      latinNames.has(words.replace(/ [\d.]+$/, '')) ||
      own.has(words) ||
      words.split(', ').every((part) => own.has(part));
    expect([...new Set(left)].filter((words) => !isName(words))).toEqual([]);
  });
});

test('no report calls on track what it calls unlikely, or off track what it calls likely', () => {
  for (const { targetId, status, probability, verdict, isSettled } of reports) {
    if (probability === null || isSettled) continue;
    const expected = probability.atDate >= 0.66 ? 'on-track' : probability.atDate >= 0.33 ? 'at-risk' : 'off-track';
    expect(status, targetId).toBe(expected);
    expect(verdict, targetId).toContain(` is ${expected.replace('-', ' ')}:`);
  }
});

test('a page whose rules say something else than its verdict says that they ask something else', () => {
  const apart = reports.filter(
    ({ matrix, probability, status }) =>
      matrix && probability && matrix.majority !== status && !status.startsWith('not-'),
  );
  expect(apart.length).toBeGreaterThan(0);
  for (const { targetId } of apart) {
    const { en, ur } = pages.find(({ of }) => of === targetId) ?? { en: '', ur: '' };
    expect(en, targetId).toContain('follows the calibrated probability of reaching it');
    expect(ur, targetId).toContain('آزمودہ امکان پر ہے؛ ان میں سے زیادہ تر اصول');
  }
});
