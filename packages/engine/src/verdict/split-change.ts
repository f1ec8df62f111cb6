import { shapleyParts } from '@hadaf/targets';
import type { ChangeFigures } from './change-report.ts';

/** A figure of a combination of causes; `null` where it has none, such as too few years to forecast from. */
type FiguresAt = (mask: number) => Promise<ChangeFigures | null>;

/**
 * Splits the change of both figures over causes that may each be in their older or newer state. Combinations are replayed
 * together; one that has no number of its own counts as the state before, so that the parts still sum to the change.
 *
 * @param causes  at least 1, at most 10
 * @returns       one part a cause
 */
export async function splitChange(
  causes: number,
  before: ChangeFigures,
  figuresAt: FiguresAt,
): Promise<ChangeFigures[]> {
  const masks = Array.from({ length: 2 ** causes }, (_, mask) => mask);
  const figures = await Promise.all(masks.map((mask) => (mask === 0 ? Promise.resolve(before) : figuresAt(mask))));
  const at = (mask: number) => figures[mask] ?? before;
  const chance = shapleyParts(causes, (mask) => at(mask).probability);
  const middle = shapleyParts(causes, (mask) => at(mask).central);
  return chance.map((probability, i) => ({ probability, central: middle[i] ?? 0 }));
}
