import { CodedError } from '@hadaf/platform';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problem } from '../http/api-schema.ts';
import { waitingWords } from '../http/run-asked-for.ts';
import type { Inquiries } from '../inquiries/inquiries.ts';

const inquiryView = z
  .object({
    id: z.string(),
    state: z.enum(['queued', 'running', 'done', 'failed']),
    reason: z.string().nullable().describe('Why it failed'),
    note: z.string().nullable().describe('Why it waits longer than usual'),
  })
  .meta({ description: 'A question that needs models, as it stands; once done, ask the address you asked first' });

export function getInquiryRoute(app: FastifyInstance, inquiries: Inquiries): void {
  const schema = {
    tags: ['as known on'],
    summary: 'A question that a worker answers; while it is open, Retry-After says when to ask again',
    params: z.object({ id: z.uuid() }),
    response: { 200: inquiryView, 400: problem, 404: problem, 503: problem },
  };
  app.withTypeProvider<ZodTypeProvider>().get('/v1/inquiries/:id', { schema }, async ({ params }, reply) => {
    const found = await inquiries.find(params.id);
    if (found === null) throw new CodedError('INQUIRY_NOT_FOUND', `no inquiry ${params.id}; ask its question again`);
    const { id, state, failure, waitingSince } = found;
    const note = waitingSince === null ? null : waitingWords(waitingSince);
    if (state === 'queued' || state === 'running') reply.header('retry-after', '2');
    return reply.header('cache-control', 'no-store').send({ id, state, reason: failure?.message ?? null, note });
  });
}
