import type { FastifyInstance } from 'fastify';

/** The API's own description, made from the schemas that guard its doors. */
export function openapiRoute(app: FastifyInstance): void {
  app.get('/v1/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(app.swagger()),
  );
}
