/** A corner of a cumulative curve; straight lines join them. `at` counts days or years. */
export interface Corner {
  readonly at: number;
  readonly planned: number;
}

/** The curve's height: the first corner's before it, the last one's after. */
export function heightAt(corners: readonly Corner[], at: number): number {
  const next = corners.findIndex((corner) => corner.at >= at);
  const after = corners[next];
  const before = corners[next - 1];
  if (!after) return corners.at(-1)?.planned ?? 0;
  if (!before) return after.planned;
  return before.planned + ((after.planned - before.planned) * (at - before.at)) / (after.at - before.at);
}

/** Where the curve first reaches a height; null where it never does. */
export function firstReaches(corners: readonly Corner[], height: number): number | null {
  const next = corners.findIndex((corner) => corner.planned >= height);
  const after = corners[next];
  const before = corners[next - 1];
  if (!after) return null;
  if (!before) return after.at;
  return before.at + ((after.at - before.at) * (height - before.planned)) / (after.planned - before.planned);
}
