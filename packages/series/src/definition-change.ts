import { observationsAsOf } from './as-of.ts';
import type { IsoDate, Span } from './fiscal-calendar.ts';
import type { DefinitionChange, Indicator } from './indicator.ts';
import type { Observation } from './observation.ts';

type Changing = Pick<Indicator, 'changes'>;

/** The changes that had taken effect and were public by a day, earliest first. */
export function changesInForce({ changes = [] }: Changing, asOf: IsoDate): DefinitionChange[] {
  return changes.filter(({ validFrom, knownBy }) => validFrom <= asOf && knownBy <= asOf);
}

/** How many of the changes a period lies wholly after; null where one of them falls within it. */
export function definitionOf({ start, end }: Span, changes: readonly DefinitionChange[]): number | null {
  if (changes.some(({ validFrom }) => start < validFrom && validFrom <= end)) return null;
  return changes.filter(({ validFrom }) => validFrom <= start).length;
}

/** What a value under definition `from` is multiplied by to stand under the later `to`; null where a link is missing. */
export function linkBetween(changes: readonly DefinitionChange[], from: number, to: number): number | null {
  return changes
    .slice(from, to)
    .reduce<number | null>((product, { link }) => (product === null || !link ? null : product * link.factor), 1);
}

/**
 * The reports of an indicator under one of its definitions.
 *
 * value' = value · Π factor over the changes since the report's own definition
 *
 * A report under an earlier definition stands only where every change since states its link, multiplied by it, its half
 * width too; one whose period a change falls into measures neither and is left out. Where nothing changed, all stand.
 *
 * @param definition  how many changes it comes after: 0 is the first definition
 */
export function reportsUnder(
  observations: readonly Observation[],
  changes: readonly DefinitionChange[],
  definition: number,
): readonly Observation[] {
  if (changes.length === 0) return observations;
  return observations.flatMap((observation) => {
    const own = definitionOf(observation, changes);
    if (own === null || own > definition) return [];
    const factor = linkBetween(changes, own, definition);
    if (factor === null) return [];
    const { value, halfWidth } = observation;
    return [factor === 1 ? observation : { ...observation, value: value * factor, halfWidth: halfWidth * factor }];
  });
}

/** The reports known on a day as values of the newest definition then in force. */
export function comparableReports(
  indicator: Changing,
  observations: readonly Observation[],
  asOf: IsoDate,
): readonly Observation[] {
  const changes = changesInForce(indicator, asOf);
  return changes.length === 0
    ? observations
    : reportsUnder(observationsAsOf(observations, asOf), changes, changes.length);
}
