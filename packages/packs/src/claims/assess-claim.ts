import { describeDay, type IsoDate } from '@hadaf/series';
import type { Pack } from '../pack.ts';
import type { Claim, ClaimCheck, ClaimVerdictName } from './claim.ts';
import { type Agreement, compareClaim } from './compare-claim.ts';
import { evaluateFormula, parseFormula, referencesOf } from './formula.ts';
import { amountWords, formulaWords, numberWords } from './formula-words.ts';
import { type ResolvedReference, resolveReference } from './resolve-reference.ts';

/** A stored number a check rests on. */
export interface RestsOn {
  readonly reference: string;
  /** `ICT services exports, Jul–Mar FY2025`. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly documentId: string;
}

/** One formula worked out, and how the claim agrees with it. */
export interface CheckedFormula {
  readonly kind: ClaimCheck['kind'];
  readonly formula: string;
  readonly reason: string;
  /** The formula with its numbers: `(2,825 ÷ 2,284 − 1) × 100`. */
  readonly words: string;
  readonly computed: number;
  readonly agreement: Agreement;
  /** The stored numbers it rests on. */
  readonly restsOn: readonly RestsOn[];
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
      words: formulaWords(formula, (reference) => resolved.get(reference) ?? null),
      computed: computed.value,
      agreement: check.kind === 'actual' ? (computed.value >= 1 ? 'same' : 'apart') : compareClaim(claim, computed),
      restsOn: inputs.map(({ reference, quantity, name, unit, documentId }) => ({
        ...{ reference, name, value: quantity.value, unit, documentId },
      })),
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
  const reached = actual
    ? ` ${numberWords(actual.computed * 100)}\u00a0% of it was reported: ${sumWords(actual)}.`
    : '';
  const judgedBy = claim.stepOfTargetId ?? claim.targetId;
  const due = dueOf(judgedBy, pack);
  if (due === null) return { verdict: 'promise-open', because: `No date is stated.${reached}` } as const;
  if (actual?.agreement === 'same') return { verdict: 'promise-kept', because: `Reached:${reached}` } as const;
  if (due > asOf) {
    const step = claim.stepOfTargetId ? `A step of target ${claim.stepOfTargetId}, due` : 'Due';
    return { verdict: 'promise-open', because: `${step} by ${describeDay(due)}.${reached}` } as const;
  }
  if (actual?.end && actual.end >= due)
    return { verdict: 'promise-missed', because: `Due by ${describeDay(due)};${reached}` } as const;
  return {
    verdict: 'promise-unverified',
    because: `Due by ${describeDay(due)}; nothing stored says whether it was reached.`,
  } as const;
}

/** The stored numbers of a check by name: `2,825 is ICT services exports, Jul–Mar FY2025`. */
function inputWords({ restsOn }: CheckedFormula): string {
  return restsOn.map(({ name, value, unit }) => `${amountWords(value, unit)} is ${name}`).join('; ');
}

/** A formula with its numbers and what they are; the numbers alone where it only quotes one. */
function sumWords(check: CheckedFormula): string {
  const isQuote = check.words === numberWords(check.computed);
  return isQuote ? inputWords(check) : `${check.words} = ${numberWords(check.computed)}, where ${inputWords(check)}`;
}

function describe(check: CheckedFormula): string {
  return `${sumWords(check)}${check.reason ? ` (${check.reason})` : ''}`;
}

const qualifierWords = { exact: '', rounded: '', range: '', about: 'about ', over: 'over ' } as const;

/** What a claim states; a range by its two ends. */
function statedWords({ type, value, halfWidth, qualifier, unit }: Claim): string {
  if (type === 'range' || qualifier === 'range')
    return `${numberWords(value - halfWidth)} to ${amountWords(value + halfWidth, unit)}`;
  return `${qualifierWords[qualifier]}${amountWords(value, unit)}`;
}

function assessStatement(claim: Claim, checks: readonly CheckedFormula[]) {
  const states = `States ${statedWords(claim)}`;
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
