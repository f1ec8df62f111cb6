import { describe, expect, test } from 'vitest';
import { createReport, progressLine } from './report.mjs';

function recorder(isTTY) {
  const written = [];
  return { written, isTTY, write: (text) => written.push(text) };
}

describe('progressLine', () => {
  test('fills with the share that is done', () => {
    expect(progressLine('Installing', 6, 24)).toBe(`Installing  [${'#'.repeat(6)}${'-'.repeat(18)}]  6/24`);
  });

  test('has no bar before the total is known', () => {
    expect(progressLine('Installing', 0, 0)).toBe('Installing …');
  });
});

describe('createReport', () => {
  test('writes plain lines off a terminal', async () => {
    const stream = recorder(false);
    const result = await createReport(stream).stage('Installing', async (progress) => {
      progress(1, 2);
      return 'done';
    });
    expect(result).toBe('done');
    expect(stream.written).toEqual(['Installing …\n', expect.stringMatching(/^Installing: done in \d+\.\d s\n$/)]);
  });

  test('clears its bar on a terminal, also after a failure', async () => {
    const stream = recorder(true);
    const failing = createReport(stream).stage('Installing', () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(stream.written.at(-1)).toBe('\r\u001b[2K');
  });
});
