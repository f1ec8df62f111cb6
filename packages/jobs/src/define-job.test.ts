import { CodedError } from '@hadaf/platform';
import { describe, expect, test } from 'vitest';
import { assessPack } from './assess-pack/contract.ts';
import { assessShard } from './assess-shard/contract.ts';
import { findTerms } from './catalogue.ts';
import { deliverAlert } from './deliver-alert/contract.ts';
import { project } from './project/contract.ts';

const runId = '0198a5c6-3c1e-7d2f-8a7b-1c2d3e4f5a6b';

describe('job contracts', () => {
  test('a request carries the name and the checked ids, no data', () => {
    const given = { runId, shard: 3, values: [1, 2, 3] };
    expect(assessShard.request(given)).toEqual({
      job: 'assess-shard',
      payload: { runId, shard: 3 },
    });
  });

  test.each([
    [assessShard, { runId: 'seven', shard: 3 }],
    [assessShard, { runId, shard: -1 }],
    [assessPack, { scheduleId: 'weekly', slot: 'monday', asOf: '2026-11-23' }],
    [project, {}],
    [deliverAlert, null],
  ])('a payload that breaks the contract of $name is refused for good', (job, payload) => {
    expect(() => job.parse(payload)).toThrow(CodedError);
    expect(() => job.parse(payload)).toThrow(expect.objectContaining({ code: 'JOB_INVALID' }));
  });

  test('someone waiting goes before scheduled work', () => {
    const [waiting, run, shard] = [project, assessPack, assessShard].map((job) => findTerms(job.name).priority);
    expect([waiting, run, shard]).toEqual([0, 1, 2]);
  });

  test('a name without a contract is refused', () => {
    expect(() => findTerms('mine-bitcoin')).toThrow('no job is called mine-bitcoin');
  });
});
