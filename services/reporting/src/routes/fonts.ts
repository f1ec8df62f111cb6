import type { FastifyInstance } from 'fastify';
import { fonts } from '../http/fonts.ts';

export function fontsRoute(app: FastifyInstance): void {
  for (const { path, bytes } of fonts) {
    app.get(path, { schema: { hide: true } }, async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').type('font/woff2').send(bytes),
    );
  }
}
