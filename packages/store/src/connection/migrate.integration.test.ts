import { createLogger } from '@hadaf/platform';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase } from '../../../../tests/integration/test-database.ts';
import { migrate } from './migrate.ts';
import { openStore, type Store } from './open-store.ts';
import { explainStoreError } from './store-error.ts';

const log = createLogger({ level: 'silent' });

describe('migrate', () => {
  let store: Store;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const database = await createDatabase({ migrated: false });
    drop = database.drop;
    store = openStore({ connectionString: database.connectionString, log });
  });
  afterAll(async () => {
    await store.close();
    await drop();
  });

  test('runs every migration once, also from several processes', async () => {
    const names = await Promise.all([migrate(store.db), migrate(store.db), migrate(store.db)]);
    expect(names.flat()).toEqual(names.flat().toSorted());
    expect(names.flat().at(0)).toBe('0001-ledger');
    expect(new Set(names.flat()).size).toBe(names.flat().length);
    expect(await migrate(store.db)).toEqual([]);
  });

  test('refuses a database of a newer Hadaf', async () => {
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2999-01-01T00:00:00.000Z')`.execute(
      store.db,
    );
    await expect(migrate(store.db)).rejects.toMatchObject({
      code: 'STORE_NEWER',
    });
    await sql`delete from kysely_migration where name = '9999-later'`.execute(store.db);
  });

  test('leaves dates, instants and large numbers as text, in UTC', async () => {
    const { rows } = await sql`
      select date '2026-06-30' as day, array[date '2026-06-30', date '2027-06-30'] as days, 9007199254740993 as large,
        timestamptz '2026-11-22 05:00:00.5+05' as instant, 1.10::numeric as exact, 0.1::float8 as number`.execute(
      store.db.withoutPlugins(),
    );
    expect(rows).toEqual([
      {
        ...{
          day: '2026-06-30',
          days: ['2026-06-30', '2027-06-30'],
          large: '9007199254740993',
        },
        ...{ instant: '2026-11-22T00:00:00.500Z', exact: '1.10', number: 0.1 },
      },
    ]);
  });

  test('outlives the loss of its connections', async () => {
    const lose = sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()
      and datname = current_database()`;
    await Promise.all([sql`select 1`.execute(store.db), sql`select 1`.execute(store.db)]);
    await lose.execute(store.db);
    await expect.poll(async () => (await sql`select 1 as one`.execute(store.db)).rows).toEqual([{ one: 1 }]);
  });

  test('names a database that does not answer', async () => {
    const gone = openStore({
      connectionString: 'postgresql://hadaf@127.0.0.1:1/none',
      log,
    });
    const thrown = await sql`select 1`.execute(gone.db).catch(explainStoreError);
    await gone.close();
    expect(thrown).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(explainStoreError(Object.assign(new Error('disk'), { code: '53100' }))).toMatchObject({ code: 'DISK_FULL' });
    expect(explainStoreError(Object.assign(new Error('key'), { code: '23505' }))).toMatchObject({
      code: 'STORE_CONFLICT',
    });
    expect(explainStoreError('odd')).toBe('odd');
  });
});
