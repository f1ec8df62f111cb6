import {
  type Db,
  findPreviousRun,
  insertAlert,
  insertAlertStates,
  listAlertStates,
  listAssessments,
  listPackItems,
  type Run,
  type StoredAlertState,
  type StoredAssessment,
} from '@hadaf/store';
import { type AlertRule, advanceAlert, detect, initialAlertState, type Status, worsened } from '@hadaf/targets';
import type { TargetAssessment } from '../assess/target-assessment.ts';

/** The rule of a pack that states none: somebody must look whenever a verdict falls. */
const usualRule: AlertRule = {
  ...{ id: 'status-worsened', targetId: null, detector: 'status-worsened', limit: 1, clear: null },
  ...{ releases: 1, method: null, because: '' },
};

/** Something a rule found between two runs of one target. */
interface FoundAlert {
  readonly ruleId: string;
  readonly targetId: string;
  readonly transition: 'raised' | 'cleared';
  readonly from: Status;
  readonly to: Status;
  readonly reason: string;
}

interface RunPair {
  readonly before: readonly StoredAssessment[];
  readonly after: readonly StoredAssessment[];
  /** Where rules stood before the later run. */
  readonly states: readonly StoredAlertState[];
  /** Day of the later run. */
  readonly asOf: string;
}

/** What rules find between two runs: alerts, and where each rule stands now if that changed. */
export function judgeRules(
  rules: readonly AlertRule[],
  { before, after, states, asOf }: RunPair,
): { readonly alerts: FoundAlert[]; readonly states: StoredAlertState[] } {
  const earlier = new Map(before.map((assessment) => [assessment.targetId, assessment]));
  const alerts: FoundAlert[] = [];
  const advanced: StoredAlertState[] = [];
  for (const now of after) {
    const then = earlier.get(now.targetId);
    for (const rule of rules.filter(({ targetId }) => targetId === null || targetId === now.targetId)) {
      if (rule.detector === 'status-worsened') {
        if (then) alerts.push(...fallUnder(rule, then, now));
        continue;
      }
      const state = states.find(({ ruleId, targetId }) => ruleId === rule.id && targetId === now.targetId);
      const step = stepOf(rule, state, now, asOf);
      if (!step) continue;
      const of = { ruleId: rule.id, targetId: now.targetId };
      advanced.push({ ...of, ...step.state });
      const { transition } = step;
      const reason = `${step.state.reason} (${rule.id}${rule.because === '' ? '' : `: ${rule.because}`}).`;
      if (transition) alerts.push({ ...of, transition, from: then?.status ?? now.status, to: now.status, reason });
    }
  }
  return { alerts, states: advanced };
}

/** A step of one rule on one target; undefined where nothing new was seen. */
function stepOf(rule: AlertRule, state: StoredAlertState | undefined, now: StoredAssessment, asOf: string) {
  const { signals } = detailOf(now);
  const release = rule.detector === 'stale' ? asOf : signals?.release;
  if (!(signals && release)) return undefined;
  const standing = state ?? initialAlertState;
  const step = advanceAlert(rule, standing, detect(rule, signals), release);
  return step.state === standing ? undefined : step;
}

function fallUnder(rule: AlertRule, then: StoredAssessment, now: StoredAssessment): FoundAlert[] {
  const [from, to] = [statusUnder(then, rule.method), statusUnder(now, rule.method)];
  if (from === null || to === null) return [];
  const { worsened: fell, bands, reason } = worsened(from, to);
  if (!fell || (bands ?? 0) < (rule.limit ?? 1)) return [];
  const told = rule.method === null ? `${reason} ${now.reason}` : `By ${methodName(now, rule.method)}: ${reason}`;
  return [{ ruleId: rule.id, targetId: now.targetId, transition: 'raised', from, to, reason: told }];
}

/** A method by the name it has in the matrix. */
function methodName(assessment: StoredAssessment, id: string): string {
  return detailOf(assessment).report.matrix?.methods.find((method) => method.id === id)?.name ?? id;
}

/** The verdict, or what one method says on the measuring definition over its shortest window; null where it says nothing. */
function statusUnder(assessment: StoredAssessment, method: string | null): Status | null {
  if (method === null) return assessment.status;
  const { matrix } = detailOf(assessment).report;
  const measure = matrix?.definitions.find(({ isMeasure }) => isMeasure)?.id;
  const cells = (matrix?.cells ?? []).filter((cell) => cell.methodId === method && cell.definitionId === measure);
  return cells.toSorted((a, b) => (a.windowYears ?? 0) - (b.windowYears ?? 0))[0]?.status ?? null;
}

// The engine wrote these details itself.
const detailOf = ({ detail }: StoredAssessment): TargetAssessment => detail as TargetAssessment;

/** Judges the rules of a run's pack, records where they stand and stores what they found. Call in a transaction. */
export async function raiseAlerts(db: Db, run: Run, found: readonly StoredAssessment[]): Promise<string[]> {
  const previous = await findPreviousRun(db, run);
  if (!previous) return [];
  const { packId } = run;
  // The engine stored these itself, from a pack it had checked.
  const stated = (await listPackItems(db, 'alert_rule', packId)) as AlertRule[];
  const { alerts, states } = judgeRules(stated.length > 0 ? stated : [usualRule], {
    before: await listAssessments(db, previous.id),
    after: found,
    states: await listAlertStates(db, { packId, beforeRunId: run.id }),
    asOf: run.asOf,
  });
  await insertAlertStates(db, { packId, runId: run.id }, states);
  const ids: string[] = [];
  for (const alert of alerts) {
    const { id } = await insertAlert(db, { ...alert, previousRunId: previous.id, runId: run.id, raisedOn: run.asOf });
    ids.push(id);
  }
  return ids;
}
