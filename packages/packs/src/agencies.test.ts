import { describe, expect, test } from 'vitest';
import { findAgency } from './agencies.ts';
import { faultsOf, read } from './tiny-pack.fixture.ts';

const header = 'id,name,url,also\n';
const both = 'SBP,State Bank of Pakistan,https://www.sbp.org.pk,SBP via Topline\ndaily,Daily,https://example.org,\n';

describe('agencies.csv', () => {
  test('gives every name of an agency one entity', async () => {
    const reading = await read({ 'agencies.csv': header + both });
    const agencies = reading.kind === 'pack' ? reading.pack.agencies : [];
    expect(
      ['SBP', 'State Bank of Pakistan', 'SBP via Topline'].map((words) => findAgency(agencies, words)?.id),
    ).toEqual(['SBP', 'SBP', 'SBP']);
    expect(findAgency(agencies, 'Topline')).toBeUndefined();
  });

  test('must know every publisher and reporter, told once each', async () => {
    expect(await faultsOf({ 'agencies.csv': `${header}SBP,State Bank,https://www.sbp.org.pk,\n` })).toEqual([
      expect.objectContaining({ file: 'documents.csv', row: 2, field: 'publisher', value: 'Daily' }),
    ]);
    expect(await faultsOf({ 'agencies.csv': `${header}daily,Daily,https://example.org,\n` })).toEqual([
      expect.objectContaining({ file: 'observations.csv', row: 2, field: 'agency', value: 'SBP' }),
    ]);
  });

  test('refuses words that name two agencies, and a site that is none', async () => {
    const again = `${both}PBS,Statistics,https://www.pbs.gov.pk,SBP via Topline\n`;
    expect((await faultsOf({ 'agencies.csv': header + again }))[0]).toMatchObject({ row: 4, problem: 'names SBP too' });
    const noSite = both.replace('https://example.org', 'example.org');
    expect((await faultsOf({ 'agencies.csv': header + noSite }))[0]).toMatchObject({ row: 3, field: 'url' });
  });
});
