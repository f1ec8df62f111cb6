import { z } from 'zod';

const replayRequest = z.object({ kind: z.literal('replay'), packId: z.string(), asOf: z.iso.date() });

const changeRequest = z.object({
  kind: z.literal('change'),
  packId: z.string(),
  targetId: z.string(),
  /** Each the id of a run, or a day without one. */
  from: z.string(),
  to: z.string(),
});

/** What a reader may ask that needs models: a day's documents, or a change between two runs or days. */
export const inquiryRequest = z.discriminatedUnion('kind', [replayRequest, changeRequest]);

export type ReplayRequest = z.infer<typeof replayRequest>;
export type ChangeRequest = z.infer<typeof changeRequest>;

/** How the keys of a pack's replays begin. */
export function replayKeysOf(packId: string): string {
  return `replay ${packId} `;
}

/** The key under which a replay of a day is kept: pack, day, data, settings and code. */
export function replayKey({ packId, asOf }: ReplayRequest, hash: string): string {
  return `${replayKeysOf(packId)}${asOf} ${hash}`;
}

/** The key of a change: what it rests on besides the two runs or days is code, settings and data. */
export function changeKey({ targetId, from, to }: ChangeRequest, hash: string): string {
  return `change ${targetId} ${from} ${to} ${hash}`;
}
