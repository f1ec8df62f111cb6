import type { ExplanationStep } from '@hadaf/engine';
import { CodedError, type Config } from '@hadaf/platform';
import { type DayOptions, reportAsked } from '../day-documents.ts';
import { withSession } from '../session.ts';
import { explanationLines, restsOn } from '../terminal/explanation-lines.ts';
import { printer } from '../terminal/printer.ts';
import { urduExplanation } from '../terminal/urdu-lines.ts';

interface ExplainOptions extends DayOptions {
  readonly json?: boolean;
  readonly language?: 'en' | 'ur';
  /** Only this step and what it rests on. */
  readonly step?: number;
}

/** Columns of a text that goes to a file or another program. */
const fileColumns = 100;

/** Wider than this and the eye loses its line. */
const widestColumns = 120;

/** `hadaf explain <target>`: the chain from source numbers to the verdict, each step with formula, inputs and sources. */
export async function explain(
  config: Config,
  id: string,
  { json, language, step, ...day }: ExplainOptions,
): Promise<void> {
  await withSession(config, async (session) => {
    const report = await reportAsked(session, id, day);
    const { targetId, title, asOf, runId, explanation } = report;
    const steps = step === undefined ? explanation : stepsOf(explanation, step, targetId);
    if (json) return printer.json({ targetId, title, asOf, runId, steps });
    if (language === 'ur') return printer.data(urduExplanation({ ...report, explanation: steps }));
    const columns = Math.min(process.stdout.columns ?? fileColumns, widestColumns);
    printer.data(explanationLines(report, steps, columns));
    printer.note(`\nAs known on ${asOf}; run ${runId}.`);
  });
}

function stepsOf(steps: readonly ExplanationStep[], number: number, targetId: string): ExplanationStep[] {
  if (steps.some((step) => step.number === number)) return restsOn(steps, number);
  throw new CodedError('REQUEST_INVALID', `the chain of ${targetId} has steps 1 to ${steps.length}, not ${number}`);
}
