import { addDays, counted, daysBetween, describeDay, formatQuantity, type IsoDate, quantityUnit } from '@hadaf/series';
import { type AddedLine, dateSlips, plannedAt, type RollOutPlan, type Target } from '@hadaf/targets';
import { announcementOf } from '../assess/citation.ts';
import type { MeasuredSeries } from '../assess/measured-series.ts';
import type { TargetEvidence } from '../assess/target-evidence.ts';
import type { Citation } from '../report.ts';
import { ScenarioRefusal } from './refusal.ts';
import { firstDayOf, monthsLater } from './scenario-dates.ts';

/** What a scenario's lines are read against. */
export interface LineContext {
  readonly series: MeasuredSeries;
  /** Every claim known on the day. */
  readonly claims: readonly Target[];
  readonly plans: readonly RollOutPlan[];
  readonly documents: TargetEvidence['documents'];
  /** First day of the first year the forecast is about. */
  readonly forecastFrom: IsoDate;
  /** Months of delay by what they delay. */
  readonly delayOf: (names: readonly string[]) => number;
}

/** A line with its day: the whole amount a year from then on, or as a share of it that grows along a plan. */
export interface ResolvedLine {
  readonly label: string;
  readonly amount: number;
  readonly startsOn: IsoDate;
  readonly times: 'yearly' | 'once';
  /** The share of the amount that has begun by a day; null where it begins whole on `startsOn`. */
  readonly share: ((day: IsoDate) => number) | null;
  readonly words: string;
  readonly citations: readonly Citation[];
}

export function resolveLine(line: AddedLine, context: LineContext): ResolvedLine {
  return 'effect' in line ? claimedLine(line, context) : statedLine(line, context);
}

function statedLine(line: Extract<AddedLine, { label: string }>, context: LineContext): ResolvedLine {
  const { series, forecastFrom } = context;
  const { label, amount, times = 'yearly' } = line;
  const first = firstDayOf(line.from, series.indicator.calendar);
  const startsOn = later(first, context.delayOf([label]));
  if (startsOn < forecastFrom) {
    throw new ScenarioRefusal(
      `“${label}” begins on ${describeDay(startsOn)}, before the forecast does (${describeDay(forecastFrom)}): what it brought by then is in the reported values; give a later date`,
    );
  }
  const each = formatQuantity(amount, quantityUnit(series.indicator.unit));
  const when =
    times === 'once' ? `once, in the year of ${describeDay(startsOn)}` : `a year from ${describeDay(startsOn)}`;
  return { label, amount, startsOn, times, share: null, words: `${label}: ${each} ${when}`, citations: [] };
}

const laterDay = (a: IsoDate, b: IsoDate): IsoDate => (daysBetween(a, b) > 0 ? b : a);

const later = (day: IsoDate, months: number): IsoDate => (months === 0 ? day : monthsLater(day, months));

function claimOf(id: string, claims: readonly Target[]): Target {
  const claim = claims.find((one) => one.id === id);
  if (claim) return claim;
  throw new ScenarioRefusal(`no claim ${id} was known on the day`);
}

function claimedLine(line: Extract<AddedLine, { effect: string }>, context: LineContext): ResolvedLine {
  const { series, claims, documents } = context;
  const effect = claimOf(line.effect, claims);
  const opening = claimOf(line.opening, claims);
  const unit = quantityUnit(series.indicator.unit);
  if (quantityUnit(effect.unit) !== unit) {
    throw new ScenarioRefusal(
      `${effect.id} (${effect.title}) is in ${effect.unit}, the series in ${unit}: they do not add up`,
    );
  }
  const months = context.delayOf([opening.id, opening.title, effect.id, effect.title]);
  const begins =
    opening.kind === 'roll-out' ? alongPlan(opening, months, context) : onOpening(opening, months, context);
  return {
    label: effect.title,
    amount: effect.value,
    times: 'yearly',
    ...begins,
    words: `${formatQuantity(effect.value, unit)} a year ${begins.words} (${effect.id}, ${opening.id})`,
    citations: [announcementOf(effect, documents), announcementOf(opening, documents)],
  };
}

type Beginning = Pick<ResolvedLine, 'startsOn' | 'share' | 'words'>;

/** From the day after the newest date given for an event; from now on where that has passed and nothing happened. */
function onOpening(opening: Target, months: number, { series, claims, forecastFrom }: LineContext): Beginning {
  const { asOf } = series;
  const same = claims.filter(({ indicatorId, kind }) => kind === 'event' && indicatorId === opening.indicatorId);
  const { dates } = dateSlips(same, asOf);
  const standing = (dates.findLast(({ slipDays }) => slipDays > 0) ?? dates[0])?.dueOn;
  if (standing === undefined) throw new ScenarioRefusal(`no date was ever given for ${opening.id} (${opening.title})`);
  const promised = addDays(standing, 1);
  const soonest = laterDay(addDays(asOf, 1), forecastFrom);
  const startsOn = later(laterDay(promised, soonest), months);
  const passed =
    promised < soonest ? `, the soonest possible: ${describeDay(standing)}, the newest date given, has passed` : '';
  return { startsOn, share: null, words: `from ${describeDay(startsOn)}${passed}${delayWords(months)}` };
}

/** In proportion to the units a plan has by the end of each year. */
function alongPlan(opening: Target, months: number, { plans, forecastFrom }: LineContext): Beginning {
  const plan = plans.find(({ targetId }) => targetId === opening.id);
  const whole = plan?.milestones.at(-1);
  if (!plan || !whole) throw new ScenarioRefusal(`${opening.id} (${opening.title}) has no plan with dated milestones`);
  const share = (day: IsoDate) => plannedAt(plan, later(day, -months)) / whole.planned;
  const last = later(whole.on, months);
  return {
    startsOn: forecastFrom,
    share,
    words: `in proportion to the plan of ${opening.title}, whole by ${describeDay(last)}${delayWords(months)}`,
  };
}

const delayWords = (months: number): string => (months === 0 ? '' : `, ${counted(months, 'month')} late`);
