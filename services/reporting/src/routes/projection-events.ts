import { Readable } from 'node:stream';
import { CodedError } from '@hadaf/platform';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { eventStream } from '../http/event-stream.ts';
import { OpenStreams } from '../http/open-streams.ts';
import type { RouteDeps } from '../reporting-deps.ts';

const lastEventId = z
  .object({
    'last-event-id': z.coerce.number().int().min(0).max(1_000_000).optional(),
  })
  .describe('Last-Event-ID: the last event seen, to go on after it');

/** A stream reads the store until its projection ends: an address may open this many a minute. */
const streamsPerMinute = 120;
/** A stream ends after this long; its reader asks again, with the last event seen. */
const longestStreamMs = 600_000;

export function projectionEventsRoute(app: FastifyInstance, { projections, closing }: RouteDeps): void {
  const streams = new OpenStreams();
  const schema = {
    tags: ['projections'],
    summary: 'The steps of a projection as server-sent events, until it is done or has failed',
    params: z.object({ id: z.uuid() }),
    headers: lastEventId,
    description: 'An address may hold 20 streams at once (429), the service 200 (503); each ends after ten minutes.',
    produces: ['text/event-stream'],
  };
  const config = { rateLimit: { max: streamsPerMinute, timeWindow: '1 minute' } };
  app
    .withTypeProvider<ZodTypeProvider>()
    .get('/v1/projections/:id/events', { schema, config, compress: false }, async (request, reply) => {
      const { id } = request.params;
      if ((await projections.find(id)) === null) throw new CodedError('PROJECTION_NOT_FOUND', `no projection ${id}`);
      const close = streams.open(request.ip);
      const gone = new AbortController();
      const leave = () => {
        close();
        gone.abort();
      };
      const { socket } = request.raw;
      for (const one of [reply.raw, socket]) one.once('close', leave);
      if (socket.destroyed) leave(); // while the projection was looked for: its end was told before anybody listened
      const signal = AbortSignal.any([gone.signal, closing, AbortSignal.timeout(longestStreamMs)]);
      const steps = projections.listen(id, request.headers['last-event-id'] ?? 0, signal);
      return reply
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .header('connection', 'close') // kept alive, it would hold up a closing service for its whole idle time
        .type('text/event-stream')
        .send(Readable.from(eventStream(steps)));
    });
}
