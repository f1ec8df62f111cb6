import { byText } from '../by-text.ts';
import type { TargetLanding } from '../verdict/told-landings.ts';
import type { RecordedLanding } from './record-content.ts';

/** What was told with a target. */
export interface LandingsOfTarget {
  readonly targetId: string;
  readonly targetVersion: number;
  readonly landings: readonly TargetLanding[];
}

/** Each year's landing once, with the milestones of every target that asks something of it; by series, then year. */
export function recordedLandings(told: readonly LandingsOfTarget[]): RecordedLanding[] {
  const byYear = new Map<string, RecordedLanding>();
  for (const { targetId, targetVersion, landings } of told) {
    for (const { milestone, ...landing } of landings) {
      const key = `${landing.seriesId} ${landing.fiscalYear} ${landing.from}`;
      const { milestones } = byYear.get(key) ?? { milestones: [] };
      const more = milestone ? [{ targetId, targetVersion, ...milestone }] : [];
      byYear.set(key, { ...landing, milestones: [...milestones, ...more] });
    }
  }
  return [...byYear.values()].toSorted(
    (a, b) => byText(a.seriesId, b.seriesId) || a.fiscalYear - b.fiscalYear || byText(a.from, b.from),
  );
}
