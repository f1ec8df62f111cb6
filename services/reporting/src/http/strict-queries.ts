import type { FastifyInstance } from 'fastify';
import { queryOf } from './query-of.ts';

/** What others append to a link that is shared: it asks for nothing. */
const trackers = /^(?:utm_\w{1,40}|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid)$/;
const isData = (path: string): boolean => path.startsWith('/v1/');

/** Addresses under /v1 that state no parameters take none; a page forgets what only counts clicks. */
export function requireKnownParameters(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (isData(route.url)) route.schema = { querystring: queryOf({}), ...route.schema };
  });
  app.addHook('preValidation', async (request) => {
    const { query } = request;
    if (isData(request.url) || typeof query !== 'object' || query === null) return;
    for (const name of Object.keys(query)) if (trackers.test(name)) Reflect.deleteProperty(query, name);
  });
}
