import { daysBetween, type IsoDate } from '@hadaf/series';
import type { Target } from '../target.ts';
import { attainment } from '../verdict/attainment.ts';
import { printedQuantity, printedShare } from '../verdict/printed-number.ts';
import { probabilityRule } from '../verdict/probability-rule.ts';

/** P(target) as it was on one day. */
export interface VintageProbability {
  readonly asOf: IsoDate;
  readonly probability: number;
}

/** A target whose period is over, scored like a forecast. */
export interface PastTargetScore {
  readonly targetId: string;
  readonly reached: boolean;
  readonly share: number | null;
  /** Outcome − target in the series' unit, signed so that positive is good. */
  readonly margin: number;
  /** Brier score of the last P before the period ended; null without one. */
  readonly brier: number | null;
  /** First day since which P stayed below the at-risk cut-off, of a target that was missed; null where never. */
  readonly missVisibleSince: IsoDate | null;
  readonly missVisibleDays: number | null;
}

/**
 * Scores a past target: attainment, margin, the Brier score of our last probability, and how far ahead the miss showed.
 *
 * @param vintages  P at each vintage, in any order; those at or after the end of the due period are not used
 */
export function scorePastTarget(
  target: Target,
  outcome: number,
  vintages: readonly VintageProbability[],
): PastTargetScore {
  const { reached, share } = attainment(target, outcome);
  const end = target.due[0]?.end;
  const before = vintages
    .filter(({ asOf }) => end !== undefined && asOf < end)
    .toSorted((a, b) => daysBetween(b.asOf, a.asOf));
  const last = before.at(-1);
  const since = reached ? null : visibleSince(before);
  return {
    targetId: target.id,
    reached,
    share,
    margin: target.direction === 'up' ? outcome - target.value : target.value - outcome,
    brier: last ? (last.probability - (reached ? 1 : 0)) ** 2 : null,
    missVisibleSince: since,
    missVisibleDays: since !== null && end !== undefined ? daysBetween(since, end) : null,
  };
}

/** The first of the unbroken run of low probabilities that ends the list. */
function visibleSince(vintages: readonly VintageProbability[]): IsoDate | null {
  const lastHigh = vintages.findLastIndex(({ probability }) => probability >= probabilityRule.atRiskFrom);
  return vintages[lastHigh + 1]?.asOf ?? null;
}

/** One outcome against every value pages give for what should be one target. */
export interface ConflictScore {
  readonly scores: readonly { readonly targetId: string; readonly value: number; readonly share: number | null }[];
  /** Whether the pages disagree about being reached, not only about by how much. */
  readonly changesVerdict: boolean;
  readonly sentence: string;
}

/** Scores an outcome against conflicting claims for the same indicator and period, side by side. */
export function scoreConflict(claims: readonly Target[], outcome: number): ConflictScore {
  if (claims.length === 0) throw new RangeError('scoreConflict requires at least one claim, got none');
  const scored = claims
    .map((claim) => ({ claim, ...attainment(claim, outcome) }))
    .toSorted((a, b) => a.claim.value - b.claim.value);
  const verdicts = new Set(scored.map(({ reached }) => reached));
  const parts = scored.map(({ claim, reached, share }) => {
    const printed = share === null ? (reached ? 'reached' : 'missed') : printedShare(share, 0, [1]);
    return `${printed} of ${printedQuantity(claim.value, claim.unit)} (${claim.announcedBy})`;
  });
  return {
    scores: scored.map(({ claim, share }) => ({ targetId: claim.id, value: claim.value, share })),
    changesVerdict: verdicts.size > 1,
    sentence: `The outcome is ${parts.join(', ')}.`,
  };
}
