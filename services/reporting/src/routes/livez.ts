import type { FastifyInstance } from 'fastify';

/** The process answers; nothing else is claimed. */
export function livezRoute(app: FastifyInstance): void {
  app.get('/livez', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
}
