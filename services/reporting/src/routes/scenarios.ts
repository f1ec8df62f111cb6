import { scenarioRequest } from '@hadaf/engine';
import { CodedError } from '@hadaf/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problem } from '../http/api-schema.ts';
import { identifier } from '../http/identifier.ts';
import { requireImportAccess } from '../http/import-access.ts';
import { queryOf } from '../http/query-of.ts';
import { dayQuery, dayShape, type RunAskedFor } from '../http/run-asked-for.ts';
import { scenarioReportSchema } from '../published/scenario-schema.ts';
import type { AskedScenario, Scenarios } from '../scenarios/scenarios.ts';
import { scenariosOfRun } from '../scenarios/scenarios-of-run.ts';

/** An answer costs a forecast: an address may ask for this many a minute. */
const config = { rateLimit: { max: 30, timeWindow: '1 minute' } };
const reference = z.string().min(1).max(200).describe('An id, or T01/name');

const scenarioView = z
  .object({
    id: z.string(),
    targetId: z.string(),
    name: z.string(),
    origin: z.enum(['pack', 'person']),
    by: z.string(),
    note: z.string(),
    assume: z.unknown().describe('What it assumes, as it was asked'),
    answer: scenarioReportSchema.nullable().describe('The newest answer; null while there is none'),
  })
  .meta({ description: 'A what-if question that stands' });

function viewOf({ scenario, answer }: AskedScenario) {
  const { id, targetId, name, origin, by, note, specification } = scenario;
  return { id, targetId, name, origin, by, note, assume: specification, answer };
}

export interface ScenarioRouteDeps {
  readonly runAskedFor: RunAskedFor;
  readonly scenarios: Scenarios;
  /** Lets questions in from other machines, like imports. */
  readonly token: string | null;
}

/** `/v1/scenarios`: whoever may write the ledger saves and deletes; everybody reads. */
export function scenarioRoutes(app: FastifyInstance, deps: ScenarioRouteDeps): void {
  saveRoute(app, deps);
  readRoutes(app, deps);
  deleteRoute(app, deps);
}

function saveRoute(app: FastifyInstance, { scenarios, token }: ScenarioRouteDeps): void {
  const schema = {
    tags: ['scenarios'],
    summary: 'Save a what-if question about a target; its answer is at the Location once the projection is done',
    body: scenarioRequest.extend({ by: z.string().trim().min(1).max(120).optional().describe('Who asks') }),
    response: {
      202: z.object({ id: z.string(), projectionId: z.string() }),
      ...{
        400: problem,
        401: problem,
        403: problem,
        404: problem,
        409: problem,
        422: problem,
        429: problem,
        503: problem,
      },
    },
  };
  app.withTypeProvider<ZodTypeProvider>().post(
    '/v1/scenarios',
    {
      ...{ schema, config, bodyLimit: 16_384 },
      preParsing: async (request, _reply, payload) => {
        requireImportAccess(request, token);
        return payload;
      },
    },
    async ({ body: { by, ...request }, ip }, reply) => {
      const saved = await scenarios.save(request, by ?? ip);
      return reply
        .code(202)
        .header('location', `/v1/scenarios/${saved.id}`)
        .header('link', `</v1/projections/${saved.projectionId}>; rel="monitor"`)
        .header('retry-after', '1')
        .header('cache-control', 'no-store')
        .send(saved);
    },
  );
}

/** Those that stand, or that the documents of a day answer; null where the day is still being computed. */
async function listAsked(
  { scenarios, runAskedFor }: ScenarioRouteDeps,
  [request, reply]: readonly [FastifyRequest, FastifyReply],
  { target, ...day }: z.infer<typeof dayQuery> & { target?: string | undefined },
): Promise<readonly AskedScenario[] | null> {
  if (day.as_of === undefined && day.replay === undefined) return scenarios.list(target);
  const run = await runAskedFor(request, reply, day);
  return run && scenariosOfRun(run, target);
}

function readRoutes(app: FastifyInstance, deps: ScenarioRouteDeps): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const failures = { 400: problem, 404: problem, 503: problem };
  const list = {
    tags: ['scenarios'],
    summary: 'The what-if questions that stand, each with its newest answer',
    querystring: queryOf({ ...dayShape, target: identifier.optional() }),
    response: { 200: z.array(scenarioView), ...failures },
  };
  typed.get('/v1/scenarios', { schema: list }, async (request, reply) => {
    const asked = await listAsked(deps, [request, reply], request.query);
    if (asked === null) return reply;
    return reply.header('cache-control', 'no-store').send(asked.map(viewOf));
  });
  const compare = {
    tags: ['scenarios'],
    summary: 'Answers of a target’s scenarios side by side: those named, or all',
    querystring: queryOf({
      ...dayShape,
      target: identifier,
      id: z
        .union([reference, z.array(reference)])
        .optional()
        .describe('May be repeated'),
    }),
    response: { 200: z.array(scenarioReportSchema), ...failures },
  };
  typed.get('/v1/scenarios/compare', { schema: compare }, async (request, reply) => {
    const { id, ...asked } = request.query;
    const { target } = asked;
    const own = await listAsked(deps, [request, reply], asked);
    if (own === null) return reply;
    const wanted = id === undefined ? own.map(({ scenario }) => scenario.id) : [id].flat();
    const answers = wanted.flatMap((one) => oneOf(own, one, target).answer ?? []);
    return reply.header('cache-control', 'no-store').send(answers);
  });
  const one = {
    tags: ['scenarios'],
    summary: 'A what-if question with its newest answer',
    params: z.object({ id: reference }),
    querystring: dayQuery,
    response: { 200: scenarioView, ...failures },
  };
  typed.get('/v1/scenarios/:id', { schema: one }, async (request, reply) => {
    const { params, query } = request;
    if (query.as_of === undefined && query.replay === undefined)
      return sendOne(reply, await deps.scenarios.get(params.id));
    const own = await listAsked(deps, [request, reply], query);
    return own === null ? reply : sendOne(reply, oneOf(own, params.id));
  });
}

function sendOne(reply: FastifyReply, asked: AskedScenario): FastifyReply {
  if (asked.answer === null) reply.header('retry-after', '1');
  return reply.header('cache-control', 'no-store').send(viewOf(asked));
}

function oneOf(own: readonly AskedScenario[], id: string, target?: string): AskedScenario {
  const asked = own.find(
    ({ scenario: { id: scenarioId, targetId, name } }) =>
      scenarioId === id || [target, targetId].some((one) => `${one}/${name}` === id),
  );
  if (asked) return asked;
  throw new CodedError('SCENARIO_NOT_FOUND', target ? `${target} has no scenario ${id}` : `no scenario ${id} that day`);
}

function deleteRoute(app: FastifyInstance, { scenarios, token }: ScenarioRouteDeps): void {
  const schema = {
    tags: ['scenarios'],
    summary: 'Ask a question no more; it and its answers stay on record',
    params: z.object({ id: reference }),
    querystring: queryOf({ by: z.string().trim().min(1).max(120).optional() }),
    response: { 204: z.null(), ...{ 401: problem, 403: problem, 404: problem, 422: problem, 503: problem } },
  };
  app.withTypeProvider<ZodTypeProvider>().delete('/v1/scenarios/:id', { schema, config }, async (request, reply) => {
    requireImportAccess(request, token);
    await scenarios.remove(request.params.id, request.query.by ?? request.ip);
    return reply.code(204).send(null);
  });
}
