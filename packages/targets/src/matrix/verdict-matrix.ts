import type { MethodVerdict, StatusMethod } from '../status-methods/status-method.ts';
import type { Status } from '../target.ts';
import type { YearValue } from '../trajectory/year-value.ts';
import { printedLevel } from '../verdict/printed-number.ts';

/** One way to measure the target: an indicator under one definition, with what its forecast says. */
export interface MatrixDefinition {
  readonly id: string;
  readonly label: string;
  readonly history: readonly YearValue[];
  /** Calibrated P(target) on this definition; null where no forecast is published. */
  readonly probability: number | null;
  readonly limit?: number;
  /** Why no value is compared with the target: they are of two definitions; absent where they are of one. */
  readonly incomparable?: string;
  /** Years that were reported and are no base for the latest, each with the reason: what is measured changed since. */
  readonly brokenYears?: ReadonlyMap<number, string>;
}

export interface MatrixInput {
  readonly target: YearValue;
  readonly direction: 'up' | 'down';
  readonly unit: string;
  readonly definitions: readonly MatrixDefinition[];
  /** Years back from the latest value: 1, 2, 3, 5. */
  readonly windows: readonly number[];
  readonly methods: readonly StatusMethod[];
  /** Cumulative units planned by year, for a roll-out: every method then looks from the plan's start. */
  readonly plan?: readonly YearValue[];
}

/** A verdict by one method on one definition over one window, with the sentence a reader gets. */
export interface MatrixCell {
  readonly methodId: string;
  readonly methodVersion: string;
  readonly definitionId: string;
  /** Null for a rule that fixes its own window or needs none. */
  readonly windowYears: number | null;
  readonly verdict: MethodVerdict;
  readonly sentence: string;
}

export interface VerdictMatrix {
  readonly cells: readonly MatrixCell[];
  readonly counts: Readonly<Record<Status, number>>;
  /** The status most assessed cells give; null when two share the first place or nothing could be assessed. */
  readonly majority: Status | null;
  /** Share of the assessed cells that do not give the most frequent status. */
  readonly disagreement: number;
  readonly summary: string;
}

/** All methods on all definitions over all windows, what most of them say and how far they disagree. */
export function verdictMatrix(input: MatrixInput): VerdictMatrix {
  const cells = input.methods.flatMap((method) =>
    input.definitions.flatMap((definition) =>
      (method.usesWindow && !input.plan ? input.windows : [null]).map((years) =>
        cellOf(input, method, definition, years),
      ),
    ),
  );
  const counts = countsOf(cells);
  const assessed = ranked(counts);
  const total = assessed.reduce((sum, [, count]) => sum + count, 0);
  const [first, second] = assessed;
  const majority = first && first[1] > 0 && first[1] !== second?.[1] ? first[0] : null;
  const disagreement = total === 0 ? 0 : 1 - (first?.[1] ?? 0) / total;
  return { cells, counts, majority, disagreement, summary: summaryOf(assessed, total, cells.length) };
}

function cellOf(
  input: MatrixInput,
  method: StatusMethod,
  definition: MatrixDefinition,
  windowYears: number | null,
): MatrixCell {
  const verdict = verdictOf(input, method, definition, windowYears);
  const measured = measuredWords(definition, windowYears ?? method.ownWindowYears ?? null, input.unit);
  return {
    methodId: method.id,
    methodVersion: method.version,
    definitionId: definition.id,
    windowYears,
    verdict,
    sentence: `On ${definition.label}${measured} the ${method.name} ${saidWords(verdict)}: ${verdict.reason}.`,
  };
}

/** `says off track, in its own word “cloud”`; a rule that gives no verdict says nothing. */
function saidWords({ status, label }: MethodVerdict): string {
  if (status.startsWith('not-')) return 'gives no verdict';
  const word = status.replace('-', ' ');
  const own = label === word || label === `target ${word}` ? '' : `, in its own words “${label}”`;
  return `says ${word}${own}`;
}

function verdictOf(
  { target, direction, plan }: MatrixInput,
  method: StatusMethod,
  { history, probability, limit, incomparable, brokenYears }: MatrixDefinition,
  windowYears: number | null,
): MethodVerdict {
  const latest = latestOf(history);
  const base =
    windowYears === null
      ? (plan?.[0] ?? history[0])
      : history.find((v) => v.year === (latest?.year ?? 0) - windowYears);
  if (incomparable !== undefined) return missing(incomparable);
  if (!latest) return missing('no value is known');
  if (!base) return missing(brokenYears?.get(latest.year - (windowYears ?? 0)) ?? missingBase(windowYears));
  if (latest.year > target.year) return missing('the period of the target is over; its outcome is scored instead');
  return method.assess({
    base,
    latest,
    target,
    direction,
    history,
    probability,
    limit: limit ?? null,
    scale: null,
    plan: plan ?? null,
  });
}

const missingBase = (windowYears: number | null): string =>
  `no value is known ${windowYears} ${windowYears === 1 ? 'year' : 'years'} before the latest`;

const missing = (reason: string): MethodVerdict => ({
  metric: null,
  label: 'cannot be assessed',
  status: 'not-assessable',
  reason,
});

const latestOf = (history: readonly YearValue[]): YearValue | null =>
  history.reduce<YearValue | null>((best, v) => (best && best.year >= v.year ? best : v), null);

/** ` over 1 year (3,223 to 3,800 USD mn)` */
function measuredWords({ history }: MatrixDefinition, windowYears: number | null, unit: string): string {
  const latest = latestOf(history);
  if (windowYears === null || !latest) return '';
  const base = history.find((v) => v.year === latest.year - windowYears);
  const values = base
    ? ` (${printedLevel(base.value)} to ${printedLevel(latest.value)}${unit === 'count' ? '' : ` ${unit}`})`
    : '';
  return ` over ${windowYears} ${windowYears === 1 ? 'year' : 'years'}${values}`;
}

function countsOf(cells: readonly MatrixCell[]): Record<Status, number> {
  const counts: Record<Status, number> = {
    achieved: 0,
    'on-track': 0,
    'at-risk': 0,
    'off-track': 0,
    'not-assessable': 0,
    'not-measurable': 0,
  };
  for (const cell of cells) counts[cell.verdict.status]++;
  return counts;
}

function ranked(counts: Readonly<Record<Status, number>>): [Status, number][] {
  const assessed: Status[] = ['achieved', 'on-track', 'at-risk', 'off-track'];
  return assessed.map((status): [Status, number] => [status, counts[status]]).sort((a, b) => b[1] - a[1]);
}

/** `Of 52 verdicts 32 could be given: 16 at risk, 13 off track and 3 on track. Most say at risk; 16 differ.` */
function summaryOf(assessed: readonly [Status, number][], total: number, all: number): string {
  if (total === 0) return `None of ${all} verdicts could be given.`;
  const given = assessed.filter(([, count]) => count > 0);
  const opening = total === all ? `All ${all} verdicts could be given` : `Of ${all} verdicts ${total} could be given`;
  const said = given.map(([status, count]) => `${count} ${status.replace('-', ' ')}`);
  return `${opening}: ${said.join(', ')}. ${agreementWords(given, total)}`;
}

function agreementWords([first, second]: readonly [Status, number][], total: number): string {
  if (!first) return '';
  const word = first[0].replace('-', ' ');
  if (!second) return `All agree on ${word}.`;
  if (first[1] === second[1]) return 'No verdict is more frequent than every other.';
  const others = total - first[1];
  return `The most frequent is ${word}; ${others} ${others === 1 ? 'differs' : 'differ'} from it.`;
}
