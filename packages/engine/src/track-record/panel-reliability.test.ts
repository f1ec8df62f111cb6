import { annualReliability } from '@hadaf/models';
import { expect, test } from 'vitest';
import { panelReliability } from './panel-reliability.ts';

test('the panel’s reliability counts every question once, and its parts add up to its Brier score', () => {
  const { questions, rows, brier, parts, calibrationError } = panelReliability();
  expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(questions);
  expect(parts.reliability - parts.resolution + parts.uncertainty + parts.withinBins).toBeCloseTo(brier, 3);
  const distance = rows.reduce((sum, row) => sum + row.count * Math.abs(row.meanProbability - row.hitShare), 0);
  expect(distance / questions).toBeCloseTo(calibrationError, 3);
});

test('its bars carry intervals for their counts, and its sentence names the source and how it was asked', () => {
  const { rows, sentence } = panelReliability();
  expect(rows.every(({ lower, hitShare, upper }) => lower < hitShare && hitShare < upper)).toBe(true);
  expect(sentence).toContain(annualReliability.source);
  expect(sentence).toContain('asked by what the other half taught');
});
