import { readClaims } from './claims/claim-tables.ts';
import { readConflicts } from './claims/conflict.ts';
import { readDocuments } from './documents.ts';
import { readExpectedRanges } from './expected-ranges.ts';
import { type Fault, FaultList } from './faults.ts';
import { readIndicators } from './indicators.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { readPlans } from './milestones.ts';
import { readObservations } from './observations.ts';
import type { Pack } from './pack.ts';
import type { Table } from './read-rows.ts';
import { readReleases } from './releases.ts';
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

function readTables(files: PackFiles, manifest: Manifest, faults: FaultList): Pack {
  const { id, title, calendar, timezone, schedule } = manifest;
  const textOf = (file: string) => files.get(file) ?? '';
  const documents = readDocuments('documents.csv', textOf('documents.csv'), faults);
  const indicators = readIndicators('indicators.csv', textOf('indicators.csv'), calendar, faults);
  const rangesFile = files.get('expected-ranges.csv');
  const expectedRanges =
    rangesFile === undefined ? [] : readExpectedRanges('expected-ranges.csv', rangesFile, indicators, faults);
  const context = { calendar, documents, indicators, ranges: expectedRanges };
  const observations = readObservations('observations.csv', textOf('observations.csv'), context, faults);
  const targets = readTargets('targets.csv', textOf('targets.csv'), context, faults);
  const milestones = files.get('milestones.csv');
  const plans = milestones === undefined ? [] : readPlans('milestones.csv', milestones, { targets, documents }, faults);
  const claims = files.get('claims.csv');
  const claimFiles = { claims: claims ?? '', checks: files.get('claim-checks.csv') ?? null };
  const conflicts = files.get('conflicts.csv');
  const releases = files.get('releases.csv');
  return {
    id,
    title,
    calendar,
    timezone,
    schedule,
    documents: valuesOf(documents),
    indicators: valuesOf(indicators),
    expectedRanges,
    observations,
    targets: valuesOf(targets),
    plans,
    claims: claims === undefined ? [] : readClaims(claimFiles, { documents, targets }, faults),
    conflicts: conflicts === undefined ? [] : readConflicts(conflicts, textOf('conflict-sides.csv'), faults),
    releases: releases === undefined ? [] : readReleases('releases.csv', releases, context, faults),
  };
}

/**
 * Reads and checks the files of a pack.
 *
 * @param files  text by file name, decoded as UTF-8; files the format does not know are left alone
 * @returns      the pack, or every fault found in one pass; never a part of a pack
 */
export function readPack(files: PackFiles): PackReading {
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
  const pack = manifest && readTables(files, manifest, faults);
  if (pack && faults.count === 0) return { kind: 'pack', pack };
  return { kind: 'faulty', faults: faults.faults, count: faults.count };
}
