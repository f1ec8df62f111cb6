import { type Agency, readAgencies, reportUnknownAgencies } from './agencies.ts';
import { readAlertRules } from './alert-rules.ts';
import { readClaims } from './claims/claim-tables.ts';
import { readConflicts } from './claims/conflict.ts';
import { withDefinitions } from './definition-changes.ts';
import { readDocuments } from './documents.ts';
import { readExpectedRanges } from './expected-ranges.ts';
import { type Fault, FaultList } from './faults.ts';
import { readIndicators } from './indicators.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { readPlans } from './milestones.ts';
import { readObservations } from './observations.ts';
import type { Pack } from './pack.ts';
import { faultReporter, type Table } from './read-rows.ts';
import { readReleases } from './releases.ts';
import { readScenarios } from './scenarios.ts';
import { readTargetDates, withDates } from './target-terms.ts';
import { readTargets } from './targets.ts';

/** A whole pack or none: `faults` holds the first 100 of `count`. */
export type PackReading =
  | { readonly kind: 'pack'; readonly pack: Pack }
  | {
      readonly kind: 'faulty';
      readonly faults: readonly Fault[];
      readonly count: number;
    };

/** The files of a pack by their name in its folder. */
export type PackFiles = ReadonlyMap<string, string>;

const required = ['pack.yaml', 'documents.csv', 'indicators.csv', 'observations.csv', 'targets.csv'] as const;

function valuesOf<T>(table: Table<T>): T[] {
  return table.rows.map(({ value }) => value);
}

/** Reads an optional file; where it is absent, nothing of it is. */
function readOptional<T>(
  files: PackFiles,
  name: string,
  read: (name: string, text: string) => readonly T[],
): readonly T[] {
  const text = files.get(name);
  return text === undefined ? [] : read(name, text);
}

/** The tables that all packs have, checked against each other. */
async function readLedger(files: PackFiles, { calendar }: Manifest, faults: FaultList) {
  const textOf = (file: string) => files.get(file) ?? '';
  const documents = readDocuments('documents.csv', textOf('documents.csv'), faults);
  const first = readIndicators('indicators.csv', textOf('indicators.csv'), calendar, faults);
  const definitions = files.get('definitions.csv');
  const indicators =
    definitions === undefined
      ? first
      : withDefinitions('definitions.csv', definitions, { documents, indicators: first }, faults);
  const ranges = readOptional(files, 'expected-ranges.csv', (name, text) =>
    readExpectedRanges(name, text, indicators, faults),
  );
  const context = { calendar, documents, indicators, ranges };
  const observations = readObservations('observations.csv', textOf('observations.csv'), context, faults);
  const stated = await readTargets('targets.csv', textOf('targets.csv'), context, faults);
  const datesFile = files.get('target-dates.csv');
  if (datesFile === undefined) return { ...context, observations, targets: stated };
  const dates = readTargetDates('target-dates.csv', datesFile, { targets: stated, calendar }, faults);
  return { ...context, observations, targets: withDates(stated, dates, faultReporter('targets.csv', faults)) };
}

type LedgerTables = Awaited<ReturnType<typeof readLedger>>;

function readAgencyTable(
  files: PackFiles,
  { documents, observations }: LedgerTables,
  faults: FaultList,
): readonly Agency[] {
  return readOptional(files, 'agencies.csv', (name, text) => {
    const agencies = valuesOf(readAgencies(name, text, faults));
    const publishers = documents.rows.map(({ line, value }) => ({ line, words: value.publisher }));
    const reporters = observations.map(({ line, value }) => ({ line, words: value.agency }));
    reportUnknownAgencies(agencies, publishers, { file: 'documents.csv', field: 'publisher' }, faults);
    reportUnknownAgencies(agencies, reporters, { file: 'observations.csv', field: 'agency' }, faults);
    return agencies;
  });
}

async function readTables(files: PackFiles, manifest: Manifest, faults: FaultList): Promise<Pack> {
  const { id, title, calendar, timezone, schedule } = manifest;
  const ledger = await readLedger(files, manifest, faults);
  const { documents, indicators, targets } = ledger;
  const checks = files.get('claim-checks.csv') ?? null;
  const sides = files.get('conflict-sides.csv') ?? '';
  return {
    ...{ id, title, calendar, timezone, schedule },
    agencies: readAgencyTable(files, ledger, faults),
    documents: valuesOf(documents),
    indicators: valuesOf(indicators),
    expectedRanges: ledger.ranges,
    observations: ledger.observations.map(({ value }) => value),
    targets: valuesOf(targets),
    plans: readOptional(files, 'milestones.csv', (name, text) => readPlans(name, text, { targets, documents }, faults)),
    scenarios: readScenarios(manifest.scenarios, { targets, documents }, faults),
    claims: readOptional(files, 'claims.csv', (_, claims) =>
      readClaims({ claims, checks }, { documents, targets }, faults),
    ),
    conflicts: readOptional(files, 'conflicts.csv', (_, text) => readConflicts(text, sides, faults)),
    releases: readOptional(files, 'releases.csv', (name, text) =>
      readReleases(name, text, { documents, indicators }, faults),
    ),
    alertRules: readOptional(files, 'alert-rules.csv', (name, text) => readAlertRules(name, text, targets, faults)),
  };
}

/**
 * Reads and checks the files of a pack.
 *
 * @param files  text by file name, decoded as UTF-8; files the format does not know are left alone
 * @returns      the pack, or every fault found in one pass; never a part of a pack
 */
export async function readPack(files: PackFiles): Promise<PackReading> {
  const faults = new FaultList();
  for (const file of required.filter((name) => !files.has(name))) {
    faults.add({
      file,
      row: null,
      field: null,
      value: '',
      problem: 'is missing',
      mend: 'add it; FORMAT.md shows its columns',
    });
  }
  const manifest = readManifest(files.get('pack.yaml') ?? 'missing: true', faults);
  const pack = manifest && (await readTables(files, manifest, faults));
  if (pack && faults.count === 0) return { kind: 'pack', pack };
  return { kind: 'faulty', faults: faults.faults, count: faults.count };
}
