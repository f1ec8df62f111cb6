import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { problem, projectionRequest, projectionView } from '../http/api-schema.ts';
import type { RouteDeps } from '../reporting-deps.ts';

/** A projection costs a fit: an address may ask for this many a minute. */
const requestsPerMinute = 30;

export function requestProjectionRoute(app: FastifyInstance, { projections }: RouteDeps): void {
  const schema = {
    tags: ['projections'],
    summary: 'Ask for a projection of a target or a series; poll or listen at the Location',
    body: projectionRequest,
    response: {
      202: projectionView,
      400: problem,
      404: problem,
      429: problem,
      503: problem,
    },
  };
  const config = {
    rateLimit: { max: requestsPerMinute, timeWindow: '1 minute' },
  };
  app
    .withTypeProvider<ZodTypeProvider>()
    .post('/v1/projections', { schema, config, bodyLimit: 4096 }, async ({ body }, reply) => {
      const id = await projections.request(body);
      return reply
        .code(202)
        .header('location', `/v1/projections/${id}`)
        .header('retry-after', '1')
        .header('cache-control', 'no-store')
        .send({
          id,
          state: 'queued',
          progress: null,
          result: null,
          reason: null,
        });
    });
}
