import type { FastifyInstance } from 'fastify';
import type { RouteDeps } from '../reporting-deps.ts';

/** Ready once there is a run to serve; a store that is down does not take readers away from the run in hand. */
export function readyzRoute(app: FastifyInstance, { published }: RouteDeps): void {
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const { runId, unconfirmedSince } = await published.current();
    return reply.header('cache-control', 'no-store').send({ status: 'ok', runId, unconfirmedSince });
  });
}
