import { type AlertRule, type Detector, detectors, levelMethods, type Target } from '@hadaf/targets';
import { z } from 'zod';
import { identifier, optionalNumber, optionalText } from './cells.ts';
import type { FaultList } from './faults.ts';
import { faultReporter, type ReportFault, readRows, type Table } from './read-rows.ts';

/** Detectors the method knows and no run evaluates yet: a rule of one would watch nothing. */
const unevaluated = ['tracking-signal', 'cusum', 'ewma', 'page-hinkley'];

const detectorCell = z.string().transform((value, context): Detector => {
  const known = detectors.find((detector) => detector === value);
  if (known) return known;
  const isPlanned = unevaluated.includes(value);
  const message = isPlanned ? 'is a detector no run evaluates yet, so the rule would watch nothing' : 'is no detector';
  context.issues.push({
    code: 'custom',
    input: value,
    message,
    params: { mend: `write one of ${detectors.join(', ')}` },
  });
  return z.NEVER;
});

const schema = z.object({
  id: identifier,
  target: optionalText,
  detector: detectorCell,
  limit: optionalNumber,
  clear: optionalNumber,
  releases: optionalNumber,
  method: optionalText,
  because: optionalText,
});
export const alertRuleColumns = { schema, optional: ['target', 'limit', 'clear', 'releases', 'method', 'because'] };
type Row = z.output<typeof schema>;

/** Which columns each detector reads, its limit where the cell is empty, and what a limit may be. */
interface DetectorForm {
  readonly limit: number | 'required' | null;
  readonly hasClear: boolean;
  readonly releases: number;
  readonly hasMethod: boolean;
  readonly isLimit: (limit: number) => boolean;
  readonly limitWords: string;
}

const anyLimit = { isLimit: () => true, limitWords: '' };
const once = { hasClear: false, hasMethod: false, releases: 1 };

const forms: Readonly<Record<Detector, DetectorForm>> = {
  probability: {
    ...{ limit: 'required', hasClear: true, hasMethod: false, releases: 2 },
    isLimit: (limit) => limit > 0 && limit < 1,
    limitWords: 'a probability between 0 and 1, such as 0.25, never a percentage',
  },
  burn: {
    ...{ limit: 'required', hasClear: true, hasMethod: false, releases: 1 },
    isLimit: (limit) => limit > 0,
    limitWords: 'a ratio above 0, such as 1.5',
  },
  'status-worsened': {
    ...{ ...once, limit: 1, hasMethod: true },
    isLimit: (limit) => Number.isInteger(limit) && limit >= 1 && limit <= 3,
    limitWords: 'bands fallen: 1, 2 or 3',
  },
  stale: {
    ...{ ...once, limit: 0 },
    isLimit: (limit) => Number.isInteger(limit) && limit >= 0,
    limitWords: 'days past the release calendar, 0 or more',
  },
  'milestone-missed': { ...once, limit: null, ...anyLimit },
  'unusual-revision': { ...once, limit: null, ...anyLimit },
};

function checkLimit(line: number, row: Row, form: DetectorForm, report: ReportFault): void {
  const { limit, clear, detector } = row;
  const written = limit === null ? '' : String(limit);
  if (form.limit === 'required' && limit === null) report(line, 'limit', 'is empty', `write ${form.limitWords}`);
  if (form.limit === null && limit !== null)
    report(line, 'limit', `is not read by ${detector}`, 'leave it empty', written);
  if (form.limit !== null && limit !== null && !form.isLimit(limit)) {
    report(line, 'limit', 'is out of range', `write ${form.limitWords}`, written);
  }
  if (clear === null) return;
  if (!form.hasClear) {
    report(line, 'clear', `is not read by ${detector}`, 'leave it empty', String(clear));
    return;
  }
  const isBehind = detector === 'burn' ? clear > (limit ?? clear) : clear < (limit ?? clear);
  if (isBehind || !form.isLimit(clear)) {
    const side = detector === 'burn' ? 'at or below' : 'at or above';
    report(line, 'clear', 'is on the wrong side of the limit', `write a value ${side} ${written}`, String(clear));
  }
}

function checkRow(line: number, row: Row, targets: Table<Target>, report: ReportFault): void {
  const form = forms[row.detector];
  if (row.target !== '' && !targets.ids.has(row.target)) {
    report(line, 'target', 'is not in targets.csv', 'mend the id, or leave it empty for every target', row.target);
  }
  checkLimit(line, row, form, report);
  const { releases, method } = row;
  if (releases !== null && !(Number.isInteger(releases) && releases >= 1 && releases <= 12)) {
    report(line, 'releases', 'is no count of releases', 'write a whole number from 1 to 12', String(releases));
  }
  if (method === '') return;
  const methods = levelMethods.map(({ id }) => id);
  if (!form.hasMethod) report(line, 'method', `is not read by ${row.detector}`, 'leave it empty', method);
  else if (!methods.includes(method)) {
    report(
      line,
      'method',
      'is no status method',
      `leave it empty for the verdict, or write one of ${methods.join(', ')}`,
      method,
    );
  }
}

function ruleOf(row: Row): AlertRule {
  const form = forms[row.detector];
  const limit = row.limit ?? (form.limit === 'required' ? null : form.limit);
  return {
    ...{ id: row.id, targetId: row.target || null, detector: row.detector, limit },
    clear: form.hasClear ? (row.clear ?? limit) : null,
    releases: row.releases ?? form.releases,
    ...{ method: row.method || null, because: row.because },
  };
}

/** When somebody must look: rules of one target, or of every one. */
export function readAlertRules(file: string, source: string, targets: Table<Target>, faults: FaultList): AlertRule[] {
  const { rows } = readRows(file, source, alertRuleColumns, faults);
  const report = faultReporter(file, faults);
  for (const { line, value } of rows) checkRow(line, value, targets, report);
  return rows.map(({ value }) => ruleOf(value));
}
