import type { ScenarioSpecification, StatedScenario, Target } from '@hadaf/targets';
import { z } from 'zod';
import type { FaultList } from './faults.ts';
import type { Table } from './read-rows.ts';

const mostYears = 25;
const mostLines = 20;
const longestFormula = 500;
const longestDelay = 600;
/** A thousand times the world's yearly product in dollars: beyond it a number is a slip of the hand. */
const largestAmount = 1e17;

const reference = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,119}$/, 'is no id');

const line = z.union([
  z
    .strictObject({
      label: z.string().trim().min(1).max(120),
      amount: z
        .number()
        .min(-largestAmount)
        .max(largestAmount)
        .describe('In the series’ unit; negative for what falls away.'),
      from: z.string().trim().min(4).max(40).describe('A fiscal year, FY2027 or 2027, or a day.'),
      times: z.enum(['yearly', 'once']).optional().describe('Every year from then on (by default), or in that year.'),
    })
    .describe('A stated amount on top of the forecast.'),
  z
    .strictObject({
      effect: reference.describe('The claim that says how much.'),
      opening: reference.describe('The event or roll-out with which it begins.'),
    })
    .describe('What a claim of the pack says an event brings.'),
]);

/** What a scenario may assume, the same in a pack, over HTTP and in the terminal. */
export const scenarioSpecification: z.ZodType<ScenarioSpecification> = z
  .strictObject({
    growth: z
      .array(z.number().gt(-100).max(1000))
      .min(1)
      .max(mostYears)
      .optional()
      .describe('Growth in percent a year, first year first; the last one holds for the years after.'),
    acceleration: z
      .number()
      .positive()
      .max(100)
      .optional()
      .describe('Times the forecast’s growth, or the pace of a roll-out.'),
    formula: z
      .string()
      .trim()
      .min(1)
      .max(longestFormula)
      .optional()
      .describe('The middle of the forecast by fiscal year t; it may use forecast and origin.'),
    cap: z.number().min(-largestAmount).max(largestAmount).optional().describe('No year passes this value.'),
    lines: z.array(line).min(1).max(mostLines).optional().describe('Amounts on top of the forecast.'),
    delays: z
      .array(z.strictObject({ of: z.string().trim().min(1).max(120), months: z.int().min(1).max(longestDelay) }))
      .min(1)
      .max(mostLines)
      .optional()
      .describe('Months by which a line, an event or the target itself comes later.'),
    probability: z.number().gt(0).lt(1).optional().describe('What it would take is solved for this probability.'),
  })
  .describe('At least one assumption; of growth, acceleration and formula one at most.')
  .refine((assumed) => Object.values(assumed).some((part) => part !== undefined), { error: 'assumes nothing' })
  .refine(
    ({ growth, acceleration, formula }) =>
      [growth, acceleration, formula].filter((middle) => middle !== undefined).length <= 1,
    { error: 'states more than one of growth, acceleration and formula: each says where the middle goes' },
  );

/** The key `scenarios` of `pack.yaml`. */
export const statedScenarios = z
  .array(
    z.strictObject({
      id: reference.describe('Names the scenario within the pack.'),
      target: reference.describe('The target it is about.'),
      name: z.string().trim().min(1).max(120).describe('What people call it.'),
      document: reference.optional().describe('The document whose words it takes.'),
      note: z.string().max(1000).optional().describe('Anything a reader should know.'),
      assume: scenarioSpecification,
    }),
  )
  .max(200)
  .optional()
  .describe('What-if questions answered with every run.');

interface ScenarioContext {
  readonly targets: Table<Target>;
  readonly documents: { readonly ids: ReadonlySet<string> };
}

/** The scenarios of a manifest, each name, target, claim and document of which must exist. */
export function readScenarios(
  stated: z.output<typeof statedScenarios>,
  { targets, documents }: ScenarioContext,
  faults: FaultList,
): StatedScenario[] {
  const report = (at: string, value: string, problem: string, mend: string) =>
    faults.add({ file: 'pack.yaml', row: null, field: `scenarios.${at}`, value, problem, mend });
  const seen = new Set<string>();
  for (const { id, target, name, document, assume } of stated ?? []) {
    for (const own of [id, `${target} ${name}`]) {
      if (seen.has(own)) report(id, own, 'occurs twice', 'give every scenario an id, and a name within its target');
      seen.add(own);
    }
    const claims = (assume.lines ?? []).flatMap((one) => ('effect' in one ? [one.effect, one.opening] : []));
    for (const claim of [target, ...claims].filter((wanted) => !targets.ids.has(wanted))) {
      report(id, claim, 'is not in targets.csv', 'add the target, or mend its id');
    }
    if (document !== undefined && !documents.ids.has(document)) {
      report(id, document, 'is not in documents.csv', 'add the document, or mend its id');
    }
  }
  return (stated ?? []).map(({ id, target, name, document, note, assume }) => ({
    id,
    targetId: target,
    name,
    documentId: document ?? null,
    note: note ?? '',
    specification: assume,
  }));
}
