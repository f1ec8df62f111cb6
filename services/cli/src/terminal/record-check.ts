import type { RecordCheck } from '@hadaf/engine';
import { counted } from '@hadaf/series';

type Chain = RecordCheck['chains'][number];

function stateOf({ fault, lost }: Chain): string {
  if (fault) return `BROKEN at entry ${fault.sequence}: ${fault.reason}`;
  return lost.length > 0 ? 'CUT SHORT OR REWRITTEN' : 'whole';
}

/** Entries of the first version are told: nothing proves when they were recorded. */
function versions({ byHashVersion: { 1: old, 2: own } }: Chain): string {
  return old === 0 ? '' : ` (${old} whose hash leaves out the instant of recording, ${own} with it)`;
}

function chainLines(chain: Chain): string[] {
  const { kind, entries, head, lost, witnesses } = chain;
  const noted = witnesses === 0 ? '' : `; ${witnesses} heads noted by published documents`;
  const newest = head === null ? '' : `\n  head ${head}`;
  return [
    `${kind}: ${counted(entries, 'entry', 'entries')}${versions(chain)}, ${stateOf(chain)}${noted}${newest}`,
    ...lost.map(
      ({ entries: length, head: gone, notedBy }) =>
        `  not held any more: ${gone}${length === null ? '' : `, entry ${length}`}, noted by ${notedBy}`,
    ),
  ];
}

/** The check of a record as a person reads it. */
export function describeCheck({ chains, unrecordedRuns, asked, isWhole }: RecordCheck): string {
  return [
    ...chains.flatMap(chainLines),
    ...unrecordedRuns.map(
      ({ id, asOf }) => `Run ${id} of ${asOf} was published, and no entry holds it: it was taken out.`,
    ),
    ...(asked && !asked.isHeld ? [`No chain holds ${asked.head}: what it stood for was rewritten or cut off.`] : []),
    isWhole
      ? 'Nothing recorded was changed, taken out, added between or reordered. Note a head elsewhere: it proves that tomorrow to anybody.'
      : 'The record is not what was recorded.',
  ].join('\n');
}
