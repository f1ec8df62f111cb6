import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { useTestDatabase } from '../../../../tests/integration/test-database.ts';
import {
  askInquiry,
  countOpenInquiries,
  failInquiry,
  findInquiryByKey,
  findInquiryDocument,
  finishInquiry,
  getInquiry,
  removeOldInquiries,
  startInquiry,
} from './inquiries.ts';

const database = useTestDatabase();
const document = { path: '/v1/targets', contentType: 'application/json', body: '{}', etag: '"a"' };
const ask = (key: string) => askInquiry(database.db, { key, request: { key } });

describe('inquiries', () => {
  test('are asked once a key and answered once', async () => {
    const first = await ask('one');
    expect([first.isAsked, first.inquiry.state]).toEqual([true, 'queued']);
    expect(await ask('one')).toEqual({ inquiry: first.inquiry, isAsked: false });
    await startInquiry(database.db, first.inquiry.id);
    expect(await countOpenInquiries(database.db)).toBe(1);
    await finishInquiry(database.db, first.inquiry.id, [document]);
    await finishInquiry(database.db, first.inquiry.id, [{ ...document, body: 'another' }]);
    expect(await findInquiryDocument(database.db, first.inquiry.id, '/v1/targets')).toEqual(document);
    expect((await findInquiryByKey(database.db, 'one'))?.state).toBe('done');
    expect(await countOpenInquiries(database.db)).toBe(0);
    await failInquiry(database.db, first.inquiry.id, { code: 'RUN_FAILED', message: 'late' });
    expect((await getInquiry(database.db, first.inquiry.id)).state).toBe('done');
  });

  test('that failed are asked again after a minute', async () => {
    const { inquiry } = await ask('failing');
    await failInquiry(database.db, inquiry.id, { code: 'RUN_FAILED', message: 'no' });
    expect(await ask('failing')).toMatchObject({ isAsked: false, inquiry: { state: 'failed' } });
    await sql`update inquiry set finished_at = now() - interval '2 minutes' where id = ${inquiry.id}`.execute(
      database.db,
    );
    expect(await ask('failing')).toMatchObject({ isAsked: true, inquiry: { id: inquiry.id, state: 'queued' } });
  });

  test('finished long ago are forgotten with their documents, open ones never', async () => {
    const { inquiry } = await ask('open');
    const done = await ask('done');
    await finishInquiry(database.db, done.inquiry.id, [document]);
    await removeOldInquiries(database.db, 0);
    expect((await getInquiry(database.db, inquiry.id)).state).toBe('queued');
    await expect(getInquiry(database.db, done.inquiry.id)).rejects.toMatchObject({ code: 'INQUIRY_NOT_FOUND' });
    expect(await findInquiryDocument(database.db, done.inquiry.id, '/v1/targets')).toBeUndefined();
  });
});
