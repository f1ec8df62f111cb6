import { releaseCalendar } from '@hadaf/engine';
import type { Config } from '@hadaf/platform';
import { describeReported, describeSpan } from '@hadaf/series';
import { getIndicator, getPackOfIndicator, listReadings } from '@hadaf/store';
import Table from 'cli-table3';
import { readAsOf } from '../as-of.ts';
import { indicatorIdOf } from '../known-ids.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';

/** `hadaf observations <indicator>`: every value reported by a day, with its id, source, status and the day it became known. */
export async function observations(
  config: Config,
  asked: string,
  options: { asOf?: string; json?: boolean },
): Promise<void> {
  await withSession(config, async ({ store }) => {
    const id = await indicatorIdOf(store.db, asked);
    const asOf = await readAsOf(store.db, options.asOf, await getPackOfIndicator(store.db, id));
    const indicator = await getIndicator(store.db, id);
    const readings = (await listReadings(store.db, id)).filter(({ observation }) => observation.knownBy <= asOf);
    if (options.json)
      return printer.json(readings.map(({ observation, ...reading }) => ({ ...reading, ...observation })));
    const table = new Table({
      head: ['Id', 'Period', `Value, ${indicator.unit}`, 'Agency', 'Document', 'Known by', 'Status'],
      style: { head: [], border: [] },
    });
    for (const { id: reading, observation: o, overruledBy } of readings) {
      const status = overruledBy ? `${o.status}, overruled by ${overruledBy}` : o.status;
      table.push([
        reading.slice(0, 12),
        describeSpan(o, indicator.calendar),
        describeReported(o),
        o.agency,
        o.documentId,
        o.knownBy,
        status,
      ]);
    }
    printer.data(table.toString());
    if (readings.length === 0) printer.note(`No value of ${id} was known on ${asOf}.`);
    const [calendar] = await releaseCalendar(store.db, asOf, [indicator]);
    if (calendar?.sentence) printer.note(calendar.sentence);
  });
}
