import type { ScenarioReport } from '@hadaf/engine';
import { CodedError } from '@hadaf/platform';
import { unknownTarget } from '../http/published-document.ts';
import { readDocument } from '../http/published-page.ts';
import { indexDocument, targetDocument } from '../published/document-path.ts';
import { targetIdIn } from '../published/find-target.ts';
import type { ServedRun } from '../published/published-cache.ts';
import { indexReportSchema, targetReportSchema } from '../published/report-schema.ts';
import type { AskedScenario } from './scenarios.ts';

async function answersOf(run: ServedRun, targetId: string): Promise<readonly ScenarioReport[]> {
  const report = await readDocument(run, targetDocument(targetId), targetReportSchema);
  if (report === null) throw new CodedError('TARGET_NOT_FOUND', unknownTarget(targetId, run));
  return report.scenarios;
}

function asked(answer: ScenarioReport): AskedScenario {
  const { id, targetId, name, origin, by, note, specification } = answer;
  return { scenario: { id, targetId, name, origin, by, note, specification, savedOn: null, documentId: null }, answer };
}

/**
 * The what-if questions that the documents of a day answer, of one target or of all.
 *
 * @throws CodedError TARGET_NOT_FOUND where the target was not known then
 */
export async function scenariosOfRun(run: ServedRun, targetId?: string): Promise<AskedScenario[]> {
  if (targetId !== undefined) return (await answersOf(run, await targetIdIn(run, targetId))).map(asked);
  const index = await readDocument(run, indexDocument, indexReportSchema);
  const answers = await Promise.all((index?.targets ?? []).map((target) => answersOf(run, target.targetId)));
  return answers.flat().map(asked);
}
