import { describeDay, formatQuantity, quantityUnit } from '@hadaf/series';
import { dateSlips, type Target } from '@hadaf/targets';
import { announcementOf } from '../assess/citation.ts';
import type { TargetEvidence } from '../assess/target-evidence.ts';
import type { Figure } from '../report.ts';

/** What an indicator is of: `itpark_karachi_operational` and `itpark_karachi_jobs` are of one park. */
const subjectOf = ({ indicatorId }: Target): string => indicatorId.replace(/_[^_]+$/, '');

/** What the claims say comes with an event or a roll-out: claims about something else of the same subject. */
export function linkedEffects(target: Target, claims: readonly Target[]): Target[] {
  const subject = `${subjectOf(target)}_`;
  return claims.filter(
    ({ kind, indicatorId }) =>
      kind !== 'event' && indicatorId.startsWith(subject) && indicatorId !== target.indicatorId,
  );
}

/** Jobs and exports promised with a park or with centres, from when they would come and where they are claimed. */
export function linkedEffectFigures(
  target: Target,
  { claims, documents, asOf }: Pick<TargetEvidence, 'claims' | 'documents' | 'asOf'>,
): Figure[] {
  return linkedEffects(target, claims).map((effect) => ({
    label: `Promised with it: ${effect.title}`,
    value: effect.value,
    unit: effect.unit,
    period: effect.due[0]?.label ?? effect.dueWording,
    basis: `claimed (${effect.id})`,
    note: target.kind === 'event' ? fromWords(target, claims, asOf) : perUnitWords(target, effect),
    citations: [announcementOf(effect, documents)],
  }));
}

/** It moves with the date: the newest one given counts. */
function fromWords(target: Target, claims: readonly Target[], asOf: string): string {
  const same = claims.filter(({ kind, indicatorId }) => kind === 'event' && indicatorId === target.indicatorId);
  const { dates, totalDays } = dateSlips(same, asOf);
  const standing = (dates.findLast(({ slipDays }) => slipDays > 0) ?? dates[0])?.dueOn;
  if (standing === undefined) return 'no date was ever given';
  const passed = standing < asOf ? ', which has passed' : '';
  const moved = totalDays > 0 ? `; ${totalDays} ${totalDays === 1 ? 'day' : 'days'} later than first said` : '';
  return `after ${describeDay(standing)}, the newest date given${passed}${moved}`;
}

const wholeNumber = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** `80 jobs`, `$72,000 of additional revenue`: a share of a claim is too small for its millions. */
function eachWords(each: number, { unit }: Target, thing: string): string {
  if (quantityUnit(unit) === 'USD mn' && each < 1) return `$${wholeNumber.format(each * 1e6)} of ${thing}`;
  const amount = formatQuantity(Number(each.toPrecision(3)), unit);
  return quantityUnit(unit) === 'count' ? `${amount} ${thing}` : `${amount} of ${thing}`;
}

/** `80 jobs for each of 250 centres`: the last words of an indicator's id name what is counted. */
function perUnitWords(target: Target, effect: Target): string {
  const thingOf = ({ indicatorId }: Target) => indicatorId.slice(subjectOf(target).length + 1).replaceAll('_', ' ');
  return `${eachWords(effect.value / target.value, effect, thingOf(effect))} for each of ${target.value} ${thingOf(target)}`;
}
