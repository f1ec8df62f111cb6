/** What ids a person can have meant: the one that differs in case only, or those nearest in spelling, best first. */
export type IdMatch =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'unknown'; readonly near: readonly string[] };

const mostShown = 3;

/** Finds an id as written, else in other case; else the few nearest in spelling. */
export function matchId(ids: readonly string[], asked: string): IdMatch {
  const wanted = asked.toLowerCase();
  const found = ids.includes(asked) ? asked : ids.find((id) => id.toLowerCase() === wanted);
  if (found !== undefined) return { kind: 'found', id: found };
  const furthest = Math.max(1, Math.floor(wanted.length / 3));
  const near = ids
    .map((id) => ({ id, distance: distanceOf(id.toLowerCase(), wanted, furthest) }))
    .filter(({ distance }) => distance <= furthest)
    .toSorted((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1));
  return { kind: 'unknown', near: near.slice(0, mostShown).map(({ id }) => id) };
}

/** `; did you mean T01, T02?`, or nothing where no id is near. */
export function nearWords(near: readonly string[]): string {
  return near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`;
}

/** A part of an id that somebody typed is as near as one slip: `services_exports` of `ict_services_exports`. */
function distanceOf(id: string, wanted: string, furthest: number): number {
  const partLength = 4;
  if (wanted.length >= partLength && (id.includes(wanted) || wanted.includes(id))) return 1;
  if (Math.abs(id.length - wanted.length) > furthest) return Number.POSITIVE_INFINITY;
  return editDistance(id, wanted);
}

/** Levenshtein distance: insertions, deletions and exchanges of a letter. O(n·m). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(exchanged, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
  }
  return row.at(-1) ?? 0;
}
