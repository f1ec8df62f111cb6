import { Readable } from 'node:stream';
import { faultLine, type ImportReport } from '@hadaf/engine';
import { CodedError } from '@hadaf/platform';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problem } from '../http/api-schema.ts';
import { requireImportAccess } from '../http/import-access.ts';
import { queryOf } from '../http/query-of.ts';
import type { ImportObservations } from '../reporting-deps.ts';

const qualifier = z.enum(['exact', 'rounded', 'over', 'about', 'range']);

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
        value: z.number().describe('In the indicator’s unit; of a range the middle'),
        halfWidth: z.number(),
        qualifier,
        previous: z.number().nullable(),
        previousHalfWidth: z.number().nullable(),
        previousQualifier: qualifier.nullable(),
      }),
    ),
    isApplied: z.boolean(),
  })
  .meta({ description: 'What a file of observations would change, or did' });

const query = queryOf({
  apply: z.enum(['true', 'false']).default('false').describe('Without it nothing is changed'),
  by: z.string().min(1).max(200).default('HTTP').describe('Who imports'),
  beyondRange: z.string().min(1).max(500).optional().describe('Why values outside their expected ranges are right'),
  name: z.string().min(1).max(200).default('upload.csv').describe('Names the file in faults and in the record'),
});

/** Leaving off in the middle must not end the connection: the answer that says why goes back on it. */
async function* bytesOf(body: Readable): AsyncGenerator<Uint8Array> {
  for await (const piece of body.iterator({ destroyOnReturn: false })) if (piece instanceof Uint8Array) yield piece;
}

/** A file a second is more than anybody imports, and too few guesses at a token. */
const requestsPerMinute = 60;

/** `POST /v1/observations:import`: a CSV of observations, checked as it arrives; `?apply=true` loads it. */
export function importObservationsRoute(
  app: FastifyInstance,
  { importObservations, token }: { importObservations: ImportObservations; token: string | null },
): void {
  let isBusy = false;
  app.addContentTypeParser('text/csv', (_request, payload, done) => done(null, payload));
  const schema = {
    tags: ['ledger'],
    summary: 'Import observations from CSV: what would change, or with apply=true the change, all of it or nothing',
    consumes: ['text/csv'],
    querystring: query,
    response: {
      ...{ 200: importReport, 400: problem, 401: problem, 403: problem },
      ...{ 422: problem, 429: problem, 503: problem },
    },
  };
  app.withTypeProvider<ZodTypeProvider>().post(
    '/v1/observations::import',
    {
      schema,
      config: { rateLimit: { max: requestsPerMinute, timeWindow: '1 minute' } },
      preParsing: async (request, _reply, payload) => {
        requireImportAccess(request, token); // before the body, after the limit: a wrong token counts
        return payload;
      },
      // What a refused file still sends is read and forgotten: unread it keeps the connection, and a service that stops.
      onResponse: async (request) => {
        request.raw.resume();
      },
    },
    async (request, reply) => {
      const { body, ip, query: asked } = request;
      if (!(body instanceof Readable)) {
        throw new CodedError('REQUEST_INVALID', 'send the CSV as the body, with content-type: text/csv');
      }
      if (isBusy) throw new CodedError('RATE_LIMITED', 'another import is under way');
      isBusy = true;
      try {
        const bytes = bytesOf(body);
        const isApplied = asked.apply === 'true';
        const origin = `POST /v1/observations:import from ${ip}`;
        const result = await importObservations({
          ...{ bytes, name: asked.name, author: asked.by, origin, isApplied },
          beyondRange: asked.beyondRange ?? null,
        });
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
