import { faultLine, type ImportReport } from '@hadaf/engine';
import { CodedError } from '@hadaf/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problem } from '../http/api-schema.ts';
import type { ImportObservations } from '../reporting-deps.ts';

const importReport: z.ZodType<ImportReport> = z
  .object({
    rows: z.int(),
    new: z.int().describe('First reports of their period'),
    revised: z.int().describe('Another report of a period already reported, or another reading of one on record'),
    known: z.int().describe('On record already'),
    repeated: z.int().describe('Rows that repeat an earlier row of the file; they count once'),
    firstRows: z.array(
      z.object({
        line: z.int(),
        kind: z.enum(['new', 'revised']),
        indicatorId: z.string(),
        start: z.string(),
        end: z.string(),
        value: z.number(),
        previous: z.number().nullable(),
      }),
    ),
    isApplied: z.boolean(),
  })
  .meta({ description: 'What a file of observations would change, or did' });

const query = z.object({
  apply: z.enum(['true', 'false']).default('false').describe('Without it nothing is changed'),
  by: z.string().min(1).max(200).default('HTTP').describe('Who imports'),
  name: z.string().min(1).max(200).default('upload.csv').describe('Names the file in faults and in the record'),
});

const loopback = /^(?:127\.|::1$|::ffff:127\.)/;
const ownNames = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/**
 * Whoever may write the ledger sits at this machine: readers of the page may not. A forwarded request comes from
 * elsewhere, and a page of another site reaches us under its own name.
 */
function isLocal({ ip, headers }: FastifyRequest): boolean {
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return loopback.test(ip) && ownNames.test(headers.host ?? '') && !isForwarded;
}

async function* bytesOf(body: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const piece of body) if (piece instanceof Uint8Array) yield piece;
}

function refuseStrangers(request: FastifyRequest): void {
  if (isLocal(request)) return;
  throw new CodedError(
    'IMPORT_REFUSED',
    'observations are imported from the machine itself; elsewhere use: hadaf import',
  );
}

/** `POST /v1/observations:import`: a CSV of observations, checked as it arrives; `?apply=true` loads it. */
export function importObservationsRoute(app: FastifyInstance, importObservations: ImportObservations): void {
  let isBusy = false;
  app.addContentTypeParser('text/csv', (_request, payload, done) => done(null, payload));
  const schema = {
    tags: ['ledger'],
    summary: 'Import observations from CSV: what would change, or with apply=true the change, all of it or nothing',
    consumes: ['text/csv'],
    querystring: query,
    response: { 200: importReport, 400: problem, 403: problem, 422: problem, 429: problem, 503: problem },
  };
  app
    .withTypeProvider<ZodTypeProvider>()
    .post(
      '/v1/observations::import',
      { schema, onRequest: async (request) => refuseStrangers(request) },
      async (request, reply) => {
        const { body, ip, query: asked } = request;
        if (!(body instanceof Object && Symbol.asyncIterator in body)) {
          throw new CodedError('REQUEST_INVALID', 'send the CSV as the body, with content-type: text/csv');
        }
        if (isBusy) throw new CodedError('RATE_LIMITED', 'another import is under way');
        isBusy = true;
        try {
          const bytes = bytesOf(body as AsyncIterable<unknown>); // the stream the parser above hands on
          const isApplied = asked.apply === 'true';
          const origin = `POST /v1/observations:import from ${ip}`;
          const result = await importObservations({ bytes, name: asked.name, author: asked.by, origin, isApplied });
          if (result.kind === 'imported') return reply.header('cache-control', 'no-store').send(result.report);
          const { faults, count } = result;
          throw new CodedError('IMPORT_INVALID', `${count} faults; nothing was loaded`, {
            faults: faults.map(faultLine),
          });
        } finally {
          isBusy = false;
        }
      },
    );
}
