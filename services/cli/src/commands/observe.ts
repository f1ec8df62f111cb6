import { type Observed, observe as record } from '@hadaf/engine';
import { CodedError, type Config, dayInZone } from '@hadaf/platform';
import { describeReported, describeSpan } from '@hadaf/series';
import { assessAgain } from '../ask-for-run.ts';
import { authorOf } from '../author.ts';
import { indicatorIdOf } from '../known-ids.ts';
import { withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';

/** Where a day begins first: a page of today is never refused, wherever its reader lives. */
const latestZone = 'Pacific/Kiritimati';

export interface ObserveOptions {
  readonly source: string;
  readonly publisher: string;
  readonly published: string;
  readonly agency?: string;
  readonly note?: string;
  readonly qualifier?: string;
  readonly status?: string;
  readonly beyondRange?: string;
  readonly by?: string;
  readonly json?: boolean;
}

function precisionOf({ qualifier, halfWidth }: Observed['observation']): string {
  if (qualifier === 'over') return 'a lower bound';
  if (qualifier === 'range') return 'both ends as printed';
  return halfWidth > 0 ? `± ${halfWidth}` : 'exact';
}

function describe({ id, indicator, observation, isNew, previous }: Observed): string {
  const { unit, calendar } = indicator;
  const { value, agency, publishedOn } = observation;
  const isSame = previous?.value === value && previous.qualifier === observation.qualifier;
  const before = previous && !isSame ? `; before, ${describeReported(previous)} ${unit}` : '';
  return [
    `${isNew ? 'recorded' : 'known already'}: ${indicator.name}, ${describeSpan(observation, calendar)}: ${describeReported(observation)} ${unit} (${precisionOf(observation)})${before}`,
    `  ${agency}, ${publishedOn}; observation ${id.slice(0, 12)}`,
  ].join('\n');
}

function readStatus(written = 'accepted'): 'accepted' | 'suspect' {
  if (written === 'accepted' || written === 'suspect') return written;
  throw new CodedError('REQUEST_INVALID', `--status takes accepted or suspect, got ${written}`);
}

/** `hadaf observe <indicator> <period> <value>`: records one value a page states. */
export async function observe(
  config: Config,
  [asked, period, value]: readonly [string, string, string],
  options: ObserveOptions,
): Promise<void> {
  await withSession(config, async ({ store }) => {
    const observed = await record(store.db, {
      indicatorId: await indicatorIdOf(store.db, asked),
      period,
      value,
      source: options.source,
      publisher: options.publisher,
      publishedOn: options.published,
      agency: options.agency ?? '',
      note: options.note ?? '',
      qualifier: options.qualifier ?? null,
      status: readStatus(options.status),
      beyondRange: options.beyondRange ?? null,
      author: authorOf(options.by),
      origin: 'terminal',
      today: dayInZone(new Date().toISOString(), latestZone),
    });
    if (options.json) printer.json(observed);
    else printer.data(describe(observed));
    if (observed.isNew) printer.note(await assessAgain(store.db));
  });
}
