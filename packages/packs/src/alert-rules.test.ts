import { describe, expect, test } from 'vitest';
import { faultsOf, read } from './tiny-pack.fixture.ts';

const header = 'id,target,detector,limit,clear,releases,method,because\n';
const faults = (row: string) => faultsOf({ 'alert-rules.csv': `${header}${row}\n` });

describe('alert-rules.csv', () => {
  test('fills in what a detector usually is', async () => {
    const rows = ['p,,probability,0.25,0.35,,,', 'fall,T1,status-worsened,,,,un-progress,', 'late,T2,stale,30,,,,'];
    const reading = await read({ 'alert-rules.csv': `${header}${rows.join('\n')}\n` });
    expect(reading.kind === 'pack' ? reading.pack.alertRules : reading.faults).toMatchObject([
      { id: 'p', targetId: null, detector: 'probability', limit: 0.25, clear: 0.35, releases: 2, method: null },
      { id: 'fall', targetId: 'T1', limit: 1, clear: null, releases: 1, method: 'un-progress' },
      { id: 'late', targetId: 'T2', detector: 'stale', limit: 30, releases: 1 },
    ]);
  });

  test.each([
    ['c,,cusum,5,,,,', 'detector', 'is a detector no run evaluates yet, so the rule would watch nothing'],
    ['c,,hunch,5,,,,', 'detector', 'is no detector'],
    ['p,,probability,,,,,', 'limit', 'is empty'],
    ['p,,probability,25,35,,,', 'limit', 'is out of range'],
    ['p,,probability,0.25,0.2,,,', 'clear', 'is on the wrong side of the limit'],
    ['b,,burn,1.5,1.6,,,', 'clear', 'is on the wrong side of the limit'],
    ['m,,milestone-missed,3,,,,', 'limit', 'is not read by milestone-missed'],
    ['s,,stale,3,2,,,', 'clear', 'is not read by stale'],
    ['f,,status-worsened,,,,gut-feeling,', 'method', 'is no status method'],
    ['b,,burn,2,,,un-progress,', 'method', 'is not read by burn'],
    ['p,T9,burn,2,,,,', 'target', 'is not in targets.csv'],
    ['p,,burn,2,,0,,', 'releases', 'is no count of releases'],
  ])('%s is refused', async (row, field, problem) => {
    expect((await faults(row))[0]).toMatchObject({ file: 'alert-rules.csv', row: 2, field, problem });
  });
});
