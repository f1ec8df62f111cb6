import { describeStaleness, type Indicator, type IsoDate, type NextRelease, nextRelease } from '@hadaf/series';
import { type Db, getPackOfIndicator, listAllIndicators, listObservations } from '@hadaf/store';
import { readReleases } from '../run/evidence.ts';

/** When the next figure of an indicator is due. */
export interface ReleaseReport {
  readonly indicatorId: string;
  readonly name: string;
  /** Null where nothing makes one expect a release: an irregular indicator, too few dated releases. */
  readonly release: NextRelease | null;
  /** The same in a sentence; empty where there is none. */
  readonly sentence: string;
}

/**
 * The next release of each indicator as known on a day: as its publisher stated, else as past delays make one expect.
 *
 * @param indicators  all on record where absent
 */
export async function releaseCalendar(
  db: Db,
  asOf: IsoDate,
  indicators?: readonly Indicator[],
): Promise<ReleaseReport[]> {
  const asked = indicators ?? (await listAllIndicators(db));
  const packIds = new Set(await Promise.all(asked.map(({ id }) => getPackOfIndicator(db, id))));
  const stated = (await Promise.all([...packIds].map((packId) => readReleases({ db }, packId, asOf)))).flat();
  const observations = await listObservations(db, { indicatorIds: asked.map(({ id }) => id), asOf });
  const accepted = observations.filter(({ status }) => status === 'accepted');
  const byIndicator = Map.groupBy(accepted, ({ indicatorId }) => indicatorId);
  return asked.map((indicator) => {
    const { id, name, calendar } = indicator;
    const release = nextRelease(byIndicator.get(id) ?? [], indicator, asOf, stated);
    return { indicatorId: id, name, release, sentence: release ? describeStaleness(release, asOf, calendar) : '' };
  });
}
