import { z } from 'zod';
import { identifier } from './identifier.ts';

/** RFC 9457. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    faults: z.array(z.string()).optional(),
  })
  .meta({ description: 'A problem (RFC 9457)' });

export const projectionRequest = z
  .strictObject({
    targetId: identifier.optional(),
    indicatorId: identifier.optional(),
    horizon: z.int().min(1).max(25).optional().describe('Years past the newest; by default up to the due date'),
    asOf: z.iso.date().optional().describe('From what was known on that day; by default today'),
  })
  .refine((input) => (input.targetId === undefined) !== (input.indicatorId === undefined), {
    error: 'must name either targetId or indicatorId',
  });

export const projectionView = z
  .object({
    id: z.string(),
    state: z.enum(['queued', 'running', 'done', 'failed']),
    progress: z.object({ stage: z.string(), done: z.number(), total: z.number() }).nullable(),
    result: z.unknown().describe('Null until done'),
    reason: z.string().nullable().describe('Why it failed'),
  })
  .meta({ description: 'A projection as it stands' });
