import { z } from 'zod';
import { identifier, optionalText, text } from './cells.ts';
import type { FaultList } from './faults.ts';
import { faultReporter, readRows, type Table } from './read-rows.ts';

/** Who makes numbers or publishes pages. */
export interface Agency {
  readonly id: string;
  readonly name: string;
  /** Its own site; empty where none is known. */
  readonly url: string;
  /** Other words by which documents and observations of the pack name it: `SBP via Topline`. */
  readonly spellings: readonly string[];
}

const schema = z.object({ id: identifier, name: text, url: optionalText, also: optionalText });
export const agencyColumns = { schema, optional: ['also'] };

const wordsOf = ({ id, name, spellings }: Agency): string[] => [id, name, ...spellings];

/** The agency that words of a pack name; undefined where they name none. */
export function findAgency(agencies: readonly Agency[], words: string): Agency | undefined {
  return agencies.find((agency) => wordsOf(agency).includes(words));
}

export function readAgencies(file: string, source: string, faults: FaultList): Table<Agency> {
  const { rows, ids } = readRows(file, source, agencyColumns, faults);
  const report = faultReporter(file, faults);
  const owner = new Map<string, string>();
  const agencies = rows.map(({ line, value: { also, ...agency } }) => {
    const spellings = also.split('|').flatMap((spelling) => spelling.trim() || []);
    if (agency.url !== '' && !/^https?:\/\/[^\s/]+/.test(agency.url)) {
      report(line, 'url', 'is no address', 'write the agency’s own site, https://…, or leave it empty', agency.url);
    }
    const value = { ...agency, spellings };
    for (const words of new Set(wordsOf(value))) {
      const other = owner.get(words);
      if (other === undefined) owner.set(words, agency.id);
      else report(line, 'also', `names ${other} too`, 'keep it at one of the two', words);
    }
    return { line, value };
  });
  return { ids, rows: agencies };
}

/** Words that name no agency, each once with the first row that says them. */
export function reportUnknownAgencies(
  agencies: readonly Agency[],
  named: readonly { readonly line: number; readonly words: string }[],
  { file, field }: { readonly file: string; readonly field: string },
  faults: FaultList,
): void {
  const known = new Set(agencies.flatMap(wordsOf));
  for (const { line, words } of named) {
    if (known.has(words)) continue;
    known.add(words);
    const mend = 'add the agency, or these words to the `also` of the one they mean';
    faultReporter(file, faults)(line, field, 'names none of agencies.csv', mend, words);
  }
}
