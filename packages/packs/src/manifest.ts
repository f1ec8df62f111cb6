import type { FiscalCalendar } from '@hadaf/series';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { FaultList } from './faults.ts';
import { statedScenarios } from './scenarios.ts';

/** `Asia/Karachi`, `UTC`. Whether the zone exists is for the scheduler to know: a pure room has no zone table. */
const zone = z
  .string()
  .regex(/^(?:UTC|[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2})$/, 'is no IANA time zone, such as Asia/Karachi');

/** `pack.yaml`. */
export const manifestSchema = z
  .strictObject({
    format: z.literal(1).describe('Version of the pack format.'),
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'is no id: use small letters, digits and -')
      .describe('Names the pack in addresses.'),
    title: z.string().min(1).max(200).describe('What the pack tracks, for people.'),
    calendar: z
      .strictObject({
        firstMonth: z.int().min(1).max(12).describe('First month of the fiscal year: 7 for July.'),
      })
      .describe('A fiscal year is named by the calendar year in which it ends.'),
    timezone: zone.describe('Where the pack’s days begin.'),
    schedule: z
      .strictObject({
        cron: z
          .string()
          .regex(/^\S+(?: \S+){4}$/, 'is no cron line of five fields, such as 0 6 * * 1')
          .describe('When the targets are assessed.'),
        zone: zone.describe('The zone in which the cron line is read.'),
      })
      .describe('The scheduled assessment.'),
    scenarios: statedScenarios,
  })
  .describe('A Hadaf data pack: indicators, observations and targets of one subject.');

export type Manifest = z.output<typeof manifestSchema> & {
  readonly calendar: FiscalCalendar;
};

const file = 'pack.yaml';

function parseYaml(text: string, faults: FaultList): { readonly value: unknown } | null {
  try {
    return { value: parse(text, { maxAliasCount: 0 }) };
  } catch (error) {
    const row = error instanceof YAMLParseError ? (error.linePos?.[0].line ?? null) : null;
    const problem = `is no YAML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`;
    faults.add({
      file,
      row,
      field: null,
      value: '',
      problem,
      mend: 'write keys and values as `key: value`',
    });
    return null;
  }
}

export function readManifest(text: string, faults: FaultList): Manifest | null {
  const document = parseYaml(text, faults);
  if (!document) return null;
  const parsed = manifestSchema.safeParse(document.value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.') || null;
    faults.add({
      file,
      row: null,
      field,
      value: '',
      problem: issue.message,
      mend: 'see pack.schema.json or FORMAT.md',
    });
  }
  return null;
}
