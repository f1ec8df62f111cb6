import { z } from 'zod';
import { agencyColumns } from './agencies.ts';
import { alertRuleColumns } from './alert-rules.ts';
import { claimCheckColumns, claimColumns } from './claims/claim-tables.ts';
import { conflictColumns, conflictSideColumns } from './claims/conflict.ts';
import { definitionColumns } from './definition-changes.ts';
import { documentColumns } from './documents.ts';
import { expectedRangeColumns } from './expected-ranges.ts';
import { indicatorColumns } from './indicators.ts';
import { milestoneColumns } from './milestones.ts';
import { observationColumns } from './observations.ts';
import type { TableColumns } from './read-rows.ts';
import { releaseColumns } from './releases.ts';
import { targetDateColumns } from './target-terms.ts';
import { targetColumns } from './targets.ts';

export interface PackColumn {
  readonly name: string;
  /** Whether the header may lack it. */
  readonly isOptional: boolean;
  /** The words a cell may be; null where it is no choice. */
  readonly words: readonly string[] | null;
}

/** A table of a pack, as its reader knows it. */
export interface PackTable {
  readonly file: string;
  readonly isRequired: boolean;
  readonly columns: readonly PackColumn[];
}

const required: readonly (readonly [string, TableColumns])[] = [
  ['documents.csv', documentColumns],
  ['indicators.csv', indicatorColumns],
  ['observations.csv', observationColumns],
  ['targets.csv', targetColumns],
];

const optional: readonly (readonly [string, TableColumns])[] = [
  ['agencies.csv', agencyColumns],
  ['alert-rules.csv', alertRuleColumns],
  ['claims.csv', claimColumns],
  ['claim-checks.csv', claimCheckColumns],
  ['conflicts.csv', conflictColumns],
  ['conflict-sides.csv', conflictSideColumns],
  ['definitions.csv', definitionColumns],
  ['expected-ranges.csv', expectedRangeColumns],
  ['milestones.csv', milestoneColumns],
  ['releases.csv', releaseColumns],
  ['target-dates.csv', targetDateColumns],
];

function columnsOf({ schema, optional: absent = [] }: TableColumns): PackColumn[] {
  return Object.entries(schema.shape).map(([name, cell]) => ({
    name,
    isOptional: absent.includes(name),
    words: cell instanceof z.ZodEnum ? cell.options.map(String) : null,
  }));
}

/** Every table of the format with its columns: what the readers themselves check headers against. */
export const packTables: readonly PackTable[] = [
  ...required.map(([file, columns]) => ({ file, isRequired: true, columns: columnsOf(columns) })),
  ...optional.map(([file, columns]) => ({ file, isRequired: false, columns: columnsOf(columns) })),
];
