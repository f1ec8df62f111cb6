import { CodedError } from '@hadaf/platform';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problem, projectionView } from '../http/api-schema.ts';
import type { RouteDeps } from '../reporting-deps.ts';

export function getProjectionRoute(app: FastifyInstance, { projections }: RouteDeps): void {
  const schema = {
    tags: ['projections'],
    summary: 'A projection as it stands; while it is under way, Retry-After says when to ask again',
    params: z.object({ id: z.uuid() }),
    response: { 200: projectionView, 400: problem, 404: problem, 503: problem },
  };
  app.withTypeProvider<ZodTypeProvider>().get('/v1/projections/:id', { schema }, async ({ params }, reply) => {
    const projection = await projections.find(params.id);
    if (projection === null) throw new CodedError('PROJECTION_NOT_FOUND', `no projection ${params.id}`);
    if (projection.state === 'queued' || projection.state === 'running') reply.header('retry-after', '1');
    return reply.header('cache-control', 'no-store').send(projection);
  });
}
