import { printedShare } from '../verdict/printed-number.ts';
import {
  isMet,
  isUsable,
  type MethodInput,
  type MethodVerdict,
  notAssessable,
  onBound,
  type StatusMethod,
  signOf,
  targetAchieved,
} from './status-method.ts';

const YEARS = 5;

/** The mean of the last five changes, extended to the target's year, and its miss as a share of the way still to go. */
export const weather: StatusMethod = {
  id: 'weather',
  version: '2021',
  variant: 'as-published',
  name: 'German weather symbol',
  formula:
    'projection = latest + years left · (latest − value five years before) ÷ 5; miss = d · (target − projection) ÷ |target − latest|',
  bands: 'below 5 % sun, 5 to 20 % lightly cloudy, above 20 % cloud, development the wrong way storm',
  source: 'Destatis (2021), Indikatorenbericht zur Deutschen Nachhaltigkeitsstrategie, assessment of status',
  usesWindow: false,
  ownWindowYears: YEARS,
  assess: (input) => {
    const { latest, target, direction } = input;
    if (!target) return notAssessable('the method needs a target value');
    if (isMet(latest.value, target.value, direction)) {
      return { ...targetAchieved, label: 'sun' };
    }
    if (target.year <= latest.year) return notAssessable('no time is left before the target');
    const change = meanChange(input);
    if (change === null) return notAssessable('a value five years before the latest is needed');
    const left = Math.abs(target.value - latest.value);
    const miss = onBound((signOf(direction) * (target.value - extended(input, change))) / left, [0, 0.05, 0.2]);
    if (!isUsable(miss)) return notAssessable('the way left is too short to divide by');
    return { metric: miss, ...symbolOf(miss, signOf(direction) * change), reason: missWords(miss, change, input) };
  },
};

function symbolOf(miss: number, directedChange: number): Pick<MethodVerdict, 'label' | 'status'> {
  if (directedChange < 0) return { label: 'storm', status: 'off-track' };
  if (miss < 0.05) return { label: 'sun', status: 'on-track' };
  if (miss <= 0.2) return { label: 'lightly cloudy', status: 'at-risk' };
  return { label: 'cloud', status: 'off-track' };
}

function missWords(miss: number, change: number, { direction }: MethodInput): string {
  const mean = 'the mean change of the last five years';
  if (signOf(direction) * change < 0) return `${mean} leads away from the target`;
  if (miss <= 0) return `${mean}, kept up, reaches the target in time`;
  return `${mean}, kept up, misses the target by ${printedShare(miss, 1, [0, 0.05, 0.2])} of the way left`;
}

/** The value in the target's year if the mean of the last five changes goes on; null without a value five years back. */
export function weatherProjection(input: MethodInput): number | null {
  const change = meanChange(input);
  return change === null ? null : extended(input, change);
}

const extended = ({ latest, target }: MethodInput, change: number): number =>
  latest.value + change * ((target?.year ?? latest.year) - latest.year);

function meanChange({ base, latest, history }: MethodInput): number | null {
  const start = [...history, base].find((v) => v.year === latest.year - YEARS);
  return start ? (latest.value - start.value) / YEARS : null;
}
