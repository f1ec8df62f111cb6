import type { IsoDate } from '@hadaf/series';
import type { Pack } from '../pack.ts';
import type { Claim, ClaimCheck, ClaimVerdictName } from './claim.ts';
import { type Agreement, compareClaim } from './compare-claim.ts';
import { evaluateFormula, parseFormula, referencesOf } from './formula.ts';
import { type ResolvedReference, resolveReference } from './resolve-reference.ts';

/** One formula worked out, and how the claim agrees with it. */
export interface CheckedFormula {
  readonly kind: ClaimCheck['kind'];
  readonly formula: string;
  readonly reason: string;
  readonly computed: number;
  readonly agreement: Agreement;
  /** The stored numbers it rests on. */
  readonly restsOn: readonly { readonly reference: string; readonly value: number; readonly documentId: string }[];
  /** Newest day its observations speak of. */
  readonly end: IsoDate | null;
}

export interface ClaimVerdict {
  readonly claim: Claim;
  readonly verdict: ClaimVerdictName;
  /** In a sentence, with the numbers. */
  readonly because: string;
  readonly checks: readonly CheckedFormula[];
}

function shown(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function workOut(claim: Claim, check: ClaimCheck, pack: Pack, asOf: IsoDate): CheckedFormula[] {
  const formula = parseFormula(check.formula);
  if (!formula) return [];
  const resolved = new Map<string, ResolvedReference>();
  for (const reference of referencesOf(formula)) {
    const found = resolveReference(reference, pack, asOf);
    if (found) resolved.set(reference, found);
  }
  const computed = evaluateFormula(formula, (reference) => resolved.get(reference)?.quantity ?? null);
  if (!computed) return [];
  const inputs = [...resolved.values()];
  return [
    {
      ...check,
      computed: computed.value,
      agreement: check.kind === 'actual' ? (computed.value >= 1 ? 'same' : 'apart') : compareClaim(claim, computed),
      restsOn: inputs.map(({ reference, quantity, documentId }) => ({ reference, value: quantity.value, documentId })),
      end:
        inputs
          .map(({ end }) => end ?? '')
          .toSorted()
          .at(-1) || null,
    },
  ];
}

/** The day a target is due by its default reading; null where it states none. */
function dueOf(targetId: string | null, pack: Pack): IsoDate | null {
  return pack.targets.find(({ id }) => id === targetId)?.due[0]?.end ?? null;
}

function assessPromise(claim: Claim, checks: readonly CheckedFormula[], pack: Pack, asOf: IsoDate) {
  const actual = checks.find(({ kind }) => kind === 'actual');
  const reached = actual ? ` ${shown(actual.computed * 100)}% of it was reported (${actual.formula}).` : '';
  const judgedBy = claim.stepOfTargetId ?? claim.targetId;
  const due = dueOf(judgedBy, pack);
  if (due === null) return { verdict: 'promise-open', because: `No date is stated.${reached}` } as const;
  if (actual?.agreement === 'same') return { verdict: 'promise-kept', because: `Reached:${reached}` } as const;
  if (due > asOf) {
    const step = claim.stepOfTargetId ? `A step of ${claim.stepOfTargetId}, due` : 'Due';
    return { verdict: 'promise-open', because: `${step} on ${due}.${reached}` } as const;
  }
  if (actual?.end && actual.end >= due)
    return { verdict: 'promise-missed', because: `Due on ${due};${reached}` } as const;
  return {
    verdict: 'promise-unverified',
    because: `Due on ${due}; nothing stored says whether it was reached.`,
  } as const;
}

function describe({ formula, computed, reason }: CheckedFormula): string {
  return `${formula} = ${shown(computed)}${reason ? ` (${reason})` : ''}`;
}

function assessStatement(claim: Claim, checks: readonly CheckedFormula[]) {
  const states = `States ${shown(claim.value)} ${claim.unit}`;
  const apart = (kind: ClaimCheck['kind']) =>
    checks.find((check) => check.kind === kind && check.agreement === 'apart');
  const wrong = apart('arithmetic');
  if (wrong) return { verdict: 'contradicted', because: `${states}, but ${describe(wrong)}.` } as const;
  const other = apart('source');
  if (other) return { verdict: 'conflicting', because: `${states}; another source: ${describe(other)}.` } as const;
  const same = checks.find(({ agreement }) => agreement === 'same');
  if (same) return { verdict: 'holds', because: `${states}; ${describe(same)}.` } as const;
  const rounded = checks[0];
  if (rounded) return { verdict: 'holds-by-rounding', because: `${states}; ${describe(rounded)}.` } as const;
  return { verdict: 'single-source', because: `${states}; no other stored number says anything about it.` } as const;
}

/** Checks one claim by arithmetic from what was known on a day. */
export function assessClaim(claim: Claim, pack: Pack, asOf: IsoDate): ClaimVerdict {
  const checks = claim.checks.flatMap((check) => workOut(claim, check, pack, asOf));
  const isBrokenPlan = checks.some(({ kind, agreement }) => kind === 'arithmetic' && agreement === 'apart');
  const isPromise = claim.type === 'plan' && claim.targetId !== null && !isBrokenPlan;
  const assessed = isPromise ? assessPromise(claim, checks, pack, asOf) : assessStatement(claim, checks);
  return { claim, ...assessed, checks };
}

/** Every claim of a pack with its verdict, in the pack's order. */
export function assessClaims(pack: Pack, asOf: IsoDate): ClaimVerdict[] {
  return pack.claims.map((claim) => assessClaim(claim, pack, asOf));
}
