import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { made } from '../http/published-page.ts';

const stylesheet = made(readFileSync(new URL('../pages/style.css', import.meta.url), 'utf8'));

export function stylesheetRoute(app: FastifyInstance): void {
  app.get('/style.css', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .header('etag', stylesheet.etag)
      .header('cache-control', 'public, max-age=300')
      .type('text/css; charset=utf-8')
      .send(stylesheet.body),
  );
}
