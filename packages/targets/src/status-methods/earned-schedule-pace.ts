import { type Corner, firstReaches, heightAt } from '../roll-out/cumulative-curve.ts';
import { earnedScheduleRule } from '../roll-out/earned-schedule-rule.ts';
import { printedLevel, printedNumber } from '../verdict/printed-number.ts';
import { isUsable, type MethodInput, notAssessable, onBound, type StatusMethod } from './status-method.ts';

/** SPI, ES and SPI(t) of a roll-out counted in years; null where a figure has no value. */
export interface RollOutPace {
  readonly spi: number | null;
  readonly earnedYears: number;
  /** Years since the plan's start. */
  readonly elapsedYears: number;
  readonly spiTime: number | null;
}

/** Earned schedule of a roll-out planned by year. Days and milestones: `earnedSchedule`. */
export const earnedSchedulePace: StatusMethod = {
  id: earnedScheduleRule.id,
  version: earnedScheduleRule.version,
  variant: 'as-published',
  name: 'earned schedule',
  formula:
    'SPI(t) = ES ÷ AT; ES = time at which the plan has what is reported now, straight lines between planned years',
  bands: 'SPI(t) ≥ 0.95 on track, ≥ 0.80 at risk, below off track',
  source: 'Lipke (2003), Schedule is Different; the bands are ours',
  usesWindow: false,
  assess: (input) => {
    const last = input.plan?.at(-1);
    if (!input.plan || !last) return notAssessable('the method needs a plan of units by year');
    if (input.latest.value >= last.value) {
      return {
        metric: null,
        label: 'finished',
        status: 'achieved',
        reason: 'all planned units are reported',
      };
    }
    const { spiTime: pace, earnedYears, elapsedYears } = rollOutPace(input);
    if (pace === null) return notAssessable('the plan had not begun when the units were counted');
    if (!isUsable(pace)) return notAssessable('the method needs a plan of units by year');
    const { onTrackFrom, atRiskFrom } = earnedScheduleRule;
    const spiTime = onBound(pace, [onTrackFrom, atRiskFrom]);
    const reached = `the plan reaches the ${printedLevel(input.latest.value)} units reported ${printedNumber(earnedYears, 2)} years after its start`;
    const passed = `${printedNumber(elapsedYears, 2)} years have passed`;
    const printed = `SPI(t) is ${printedNumber(spiTime, 2, [onTrackFrom, atRiskFrom, 1])}: ${reached}; ${passed}`;
    if (spiTime >= onTrackFrom) return { metric: spiTime, label: 'on plan', status: 'on-track', reason: printed };
    const status = spiTime >= atRiskFrom ? 'at-risk' : 'off-track';
    return { metric: spiTime, label: 'behind plan', status, reason: printed };
  },
};

export function rollOutPace({ plan, latest }: MethodInput): RollOutPace {
  const corners: readonly Corner[] = (plan ?? []).map(({ year, value }) => ({ at: year, planned: value }));
  const start = corners[0]?.at ?? latest.year;
  const planned = heightAt(corners, latest.year);
  const earnedYears = (firstReaches(corners, latest.value) ?? corners.at(-1)?.at ?? start) - start;
  const elapsedYears = latest.year - start;
  return {
    spi: planned > 0 ? latest.value / planned : null,
    earnedYears,
    elapsedYears,
    spiTime: elapsedYears > 0 ? earnedYears / elapsedYears : null,
  };
}
