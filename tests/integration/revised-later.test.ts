import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledPackFolder, loadPack, observe } from '@hadaf/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from './test-database.ts';

/** FY2025 was printed as 3,809 USD mn; a page of September 2026 revises it. */
const revised = { value: 3999, knownBy: '2026-09-01' };
const days = { before: '2026-08-31', after: '2026-09-01' } as const;
const series = 'ict_services_exports';

const database = useTestDatabase();
const main = join(import.meta.dirname, '../../services/cli/src/main.ts');
let folder: string;

/** What a command prints as JSON, run as a process of its own. */
async function hadaf(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: database.connectionString, HADAF_STATE_DIR: folder };
  return new Promise<string>((resolve, reject) => {
    execFile(process.execPath, [main, ...args, '--json'], { env, maxBuffer: 1e8 }, (error, out, err) =>
      error ? reject(new Error(err)) : resolve(out),
    );
  });
}

interface Year {
  readonly label: string;
  readonly value: number;
}

/** FY2025 as a command shows it on a day. */
const shownBy: Readonly<Record<string, (day: string) => Promise<number | undefined>>> = {
  project: async (day) => {
    const { reported } = JSON.parse(await hadaf('project', series, '--horizon', '1', '--as-of', day));
    return reported.find(({ label }: Year) => label === 'FY2025')?.value;
  },
  backtest: async (day) => {
    const { folds } = JSON.parse(await hadaf('backtest', series, '--horizon', '1', '--as-of', day));
    return folds.find(({ year }: { year: string }) => year === 'FY2025')?.actual;
  },
  formula: async (day) => {
    const { answer } = JSON.parse(await hadaf('formula', 'a+b*(t-2020)', series, '--as-of', day));
    return answer.years.find(({ label }: Year) => label === 'FY2025')?.reported;
  },
  observations: async (day) => {
    const rows: { start: string; end: string; value: number }[] = JSON.parse(
      await hadaf('observations', series, '--as-of', day),
    );
    return rows.filter(({ start, end }) => start === '2024-07-01' && end === '2025-06-30').at(-1)?.value;
  },
  months: async (day) => {
    const { years } = JSON.parse(await hadaf('months', series, '--as-of', day));
    return years.find(({ fiscalYear }: { fiscalYear: string }) => fiscalYear === 'FY2025')?.published.value;
  },
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hadaf-revised-'));
  const { db } = database;
  await loadPack(db, bundledPackFolder());
  const page = {
    source: 'https://example.org/revised',
    publisher: 'Example',
    publishedOn: revised.knownBy,
    agency: 'SBP',
  };
  const asked = { indicatorId: series, period: 'FY2025', value: '3999', qualifier: null, note: '' };
  await observe(db, { ...asked, ...page, author: 'a test', origin: 'a test', today: '2026-11-22' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a value revised later', () => {
  test.each(Object.entries(shownBy))(
    'is seen by hadaf %s as it was then',
    { timeout: 120_000 },
    async (_name, shown) => {
      const before = await shown(days.before);
      expect(before).toBeGreaterThan(3700);
      expect(before).toBeLessThan(3900);
      expect(await shown(days.after)).toBe(revised.value);
    },
  );
});
