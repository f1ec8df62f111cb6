import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { fontFaces } from '../http/fonts.ts';
import { made } from '../http/published-page.ts';

const rules = readFileSync(new URL('../pages/style.css', import.meta.url), 'utf8');
const stylesheet = made(`${fontFaces}\n${rules}`);

export function stylesheetRoute(app: FastifyInstance): void {
  app.get('/style.css', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .header('etag', stylesheet.etag)
      .header('cache-control', 'public, max-age=300')
      .type('text/css; charset=utf-8')
      .send(stylesheet.body),
  );
}
