import type { FastifyInstance } from 'fastify';

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" fill="none" stroke="#0b6a80" stroke-width="1.6">' +
  '<circle cx="10" cy="10" r="8.5"/><circle cx="10" cy="10" r="4.5"/><circle cx="10" cy="10" r="1.5" fill="#0b6a80"/></svg>';

export function iconRoute(app: FastifyInstance): void {
  app.get('/icon.svg', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=86400').type('image/svg+xml').send(icon),
  );
}
