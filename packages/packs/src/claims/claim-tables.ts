import { z } from 'zod';
import { choice, identifier, number, optionalText, text } from '../cells.ts';
import type { FaultList } from '../faults.ts';
import { faultReporter, type ReportFault, readRows, type Table } from '../read-rows.ts';
import type { Claim, ClaimCheck } from './claim.ts';
import { parseFormula } from './formula.ts';

const claimSchema = z.object({
  id: identifier,
  document: identifier,
  subject: text,
  type: choice('level', 'count', 'share', 'growth', 'difference', 'ratio', 'rank', 'range', 'plan'),
  value: number,
  qualifier: choice('exact', 'rounded', 'over', 'about'),
  half_width: number,
  unit: text,
  period: optionalText,
  target: optionalText,
  step_of: optionalText,
});
export const claimColumns = { schema: claimSchema, optional: ['period', 'target', 'step_of'] };

const checkSchema = z.object({
  claim: identifier,
  kind: choice('arithmetic', 'source', 'actual'),
  formula: text,
  reason: optionalText,
});
export const claimCheckColumns = { schema: checkSchema, optional: ['reason'] };

/** What a claim may refer to. */
export interface ClaimContext {
  readonly documents: { readonly ids: ReadonlySet<string> };
  readonly targets: { readonly ids: ReadonlySet<string> };
}

function readChecks(
  file: string,
  source: string,
  claims: { readonly ids: ReadonlySet<string> },
  faults: FaultList,
): Map<string, ClaimCheck[]> {
  const { rows } = readRows(file, source, claimCheckColumns, faults);
  const report = faultReporter(file, faults);
  const checks = new Map<string, ClaimCheck[]>();
  for (const { line, value } of rows) {
    if (!claims.ids.has(value.claim)) report(line, 'claim', 'is not in claims.csv', 'mend the id', value.claim);
    if (!parseFormula(value.formula)) {
      const mend = 'use numbers, + - * / ( ), and indicator[period], indicator[period]@document, claim[id], target[id]';
      report(line, 'formula', 'is no formula', mend, value.formula);
    }
    const { claim, ...check } = value;
    checks.set(claim, [...(checks.get(claim) ?? []), check]);
  }
  return checks;
}

function checkTargets(
  line: number,
  fields: Readonly<Record<string, string>>,
  context: ClaimContext,
  report: ReportFault,
) {
  for (const [field, id] of Object.entries(fields)) {
    if (id === '' || context.targets.ids.has(id)) continue;
    report(line, field, 'is not in targets.csv', 'add the target, or mend its id', id);
  }
}

/** The claims of a pack with their checks. Whether a formula's references exist is seen when it is worked out. */
export function readClaims(
  { claims, checks }: { readonly claims: string; readonly checks: string | null },
  context: ClaimContext,
  faults: FaultList,
): Claim[] {
  const table: Table<z.output<typeof claimSchema>> = readRows('claims.csv', claims, claimColumns, faults);
  const report = faultReporter('claims.csv', faults);
  const checksOf =
    checks === null ? new Map<string, ClaimCheck[]>() : readChecks('claim-checks.csv', checks, table, faults);
  return table.rows.map(({ line, value: { document, half_width, target, step_of, ...claim } }) => {
    if (!context.documents.ids.has(document)) {
      report(line, 'document', 'is not in documents.csv', 'add the document, or mend its id', document);
    }
    checkTargets(line, { target, step_of }, context, report);
    return {
      ...claim,
      documentId: document,
      halfWidth: half_width,
      targetId: target || null,
      stepOfTargetId: step_of || null,
      checks: checksOf.get(claim.id) ?? [],
    };
  });
}
