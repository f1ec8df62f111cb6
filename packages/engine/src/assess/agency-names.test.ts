import { expect, test } from 'vitest';
import type { Citation } from '../report.ts';
import { agencyNames } from './agency-names.ts';

const bank = { id: 'SBP', name: 'State Bank of Pakistan', url: '', spellings: ['SBP via Topline'] };
const cited = (agency: string): Citation => ({
  ...{ publisher: 'Daily', agency, url: '', publishedOn: null, knownBy: '2025-07-19', knownByBasis: '' },
});

test('names an agency in full where a page names it otherwise', () => {
  const citations = ['SBP via Topline', 'SBP', 'SBP', 'State Bank of Pakistan', 'somebody', ''].map(cited);
  expect(agencyNames(citations, [bank])).toEqual({
    SBP: 'State Bank of Pakistan',
    'SBP via Topline': 'State Bank of Pakistan',
  });
});
