import { Buffer } from 'node:buffer';
import { bundledPackFolder, loadPack } from '@hadaf/engine';
import { createLogger } from '@hadaf/platform';
import { type Reporting, startReporting } from '@hadaf/reporting';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useTestDatabase } from './test-database.ts';

const database = useTestDatabase();
const header = 'indicator,period,value,source,publisher,published';
const page = 'https://app.example/may,APP,2026-06-17';
const row = (period: string, value: string) => `ict_services_exports,${period},${value},${page}\n`;
const file = (...rows: string[]) => `${header}\n${rows.join('')}`;
const days = (start: string, end: string) =>
  `indicator,start,end,value,source,publisher,published\nict_services_exports,${start},${end},390,${page}\n`;
let reporting: Reporting;

const start = () => {
  const { db, pool } = database.store;
  const enqueueProjection = async () => undefined;
  const log = createLogger({ level: 'silent' });
  return startReporting({ db, pool, enqueueProjection, packId: null, host: '127.0.0.1', port: 0, log });
};

async function send(body: string | Uint8Array, query = '', { address } = reporting) {
  const url = `${address}/v1/observations:import?name=rows.csv${query}`;
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body);
  const response = await fetch(url, { method: 'POST', body: bytes, headers: { 'content-type': 'text/csv' } });
  return { status: response.status, body: await response.json() };
}

async function countRows(): Promise<unknown> {
  return (await sql`select count(*)::int as observations from observation`.execute(database.db)).rows[0];
}

beforeAll(async () => {
  await loadPack(database.db, bundledPackFolder());
  reporting = await start();
});
afterAll(() => reporting.close());

describe('a file sent to the service', () => {
  test.each([
    ['a byte order mark', `\uFEFF${file(row('2026-05', '395'))}`],
    ['line ends of Windows', file(row('2026-05', '395')).replaceAll('\n', '\r\n')],
    ['a line break in a quoted cell', `${header},note\n${row('2026-05', '395').trim()},"two\nlines"\n`],
    ['fiscal labels', file(row('FY25', '3800'), row('2024-25', '3801'), row('Jul–Mar FY25', '2825'))],
    ['overlapping periods', file(row('2026-05', '395'), row('Jul-May FY26', '4100'))],
    ['the leap day', days('2024-02-29', '2024-02-29')],
    ['duplicated rows', file(row('2026-05', '395'), row('2026-05', '395'))],
    ['a range', file(row('2026-05', '390-400'))],
    ['only a header', `${header}\n`],
  ])('may have %s', async (_name, text) => {
    expect(await send(text)).toMatchObject({ status: 200, body: { isApplied: false } });
  });

  const longLine = `ict_services_exports,"${'x'.repeat(30_000_000)}`;
  test.each([
    ['UTF-16', Buffer.from(`\uFEFF${file(row('2026-05', '395'))}`, 'utf16le'), /not UTF-8|no column|NUL/],
    ['Latin-1', Buffer.from(file(row('2026-05', '395')).replace('APP', 'Café'), 'latin1'), /publisher: .*not UTF-8/],
    ['semicolons', file(row('2026-05', '395')).replaceAll(',', ';'), /separates its columns with semicolons/],
    ['a decimal comma', file(row('2026-05', '"395,5"')), /row 2, value: has a decimal comma .*write 395\.5/],
    ['Urdu digits', file(row('2026-05', '۳۹۵')), /row 2, value: is written in other digits .*write 395/],
    ['thousands separators', file(row('FY25', '"3,800"')), /row 2, value: has thousands separators .*write 3800/],
    ['$2.82bn', file(row('FY25', '$2.82bn')), /row 2, value: carries a unit/],
    ['end before start', days('2026-03-31', '2026-03-01'), /row 2, end: is before the period starts/],
    ['29 February of no leap year', days('2025-02-29', '2025-03-31'), /row 2, start: does not exist in the calendar/],
    ['a label of two meanings', file(row('2011-12', '395')), /row 2, period: names no period, or may name two/],
    ['a formula', file(row('2026-05', "=cmd|'/c calc'!A0")), /row 2, value: is a formula/],
    ['a NUL byte', file(row('2026-05', '39\u00005')), /row 2, value: contains a NUL byte/],
    ['ragged rows', file('ict_services_exports,2026-05\n'), /row 2: has 2 cells under 6 columns/],
    ['nothing', '', /rows\.csv: is empty/],
    ['ten million columns', `${'a,'.repeat(10_000_000)}\n`, /row 1: has a record longer than 100000 characters/],
    ['a line of 30 MB', `${header}\n${longLine}`, /row 2: has a record longer than 100000 characters/],
    ['thirty million NUL bytes', Buffer.alloc(30_000_000), /row 1: has a record longer than 100000 characters/],
  ])('is refused for %s with the row and a mend, and loads nothing', async (_name, text, words) => {
    const before = await countRows();
    const { status, body } = await send(text, '&apply=true');
    expect([status, body.code]).toEqual([422, 'IMPORT_INVALID']);
    expect(body.faults[0]).toMatch(words);
    expect(body.faults.every((fault: string) => fault.includes('; ') && fault.length < 500)).toBe(true);
    expect(await countRows()).toEqual(before);
  });

  test('that is refused in the middle does not keep the service from stopping', async () => {
    const service = await start();
    const { status } = await send(Buffer.alloc(30_000_000), '', service);
    expect(status).toBe(422);
    const began = performance.now();
    await service.close();
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
