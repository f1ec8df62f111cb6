import { bundledPackFolder, faultLine, readPackFolder } from '@hadaf/engine';
import { counted } from '@hadaf/series';
import { printer } from '../terminal/printer.ts';

/**
 * `hadaf pack check [folder]`: every fault of a pack with file, row, field and mend.
 *
 * @returns the exit code: 1 where the pack has faults
 */
export async function packCheck(folder: string | undefined, { json }: { json?: boolean }): Promise<number> {
  const path = folder ?? bundledPackFolder();
  const reading = await readPackFolder(path);
  if (reading.kind === 'faulty') {
    if (json)
      printer.json({
        valid: false,
        count: reading.count,
        faults: reading.faults,
      });
    else for (const fault of reading.faults) printer.data(faultLine(fault));
    printer.note(`${path}: ${reading.count} ${reading.count === 1 ? 'fault' : 'faults'}`);
    return 1;
  }
  const { id, indicators, observations, targets, plans, documents } = reading.pack;
  const counts = {
    indicators: indicators.length,
    observations: observations.length,
    targets: targets.length,
    plans: plans.length,
    documents: documents.length,
  };
  if (json) printer.json({ valid: true, id, ...counts });
  else
    printer.data(
      `${id}: ${Object.entries(counts)
        .map(([things, count]) => counted(count, things.slice(0, -1)))
        .join(', ')}; no faults`,
    );
  return 0;
}
