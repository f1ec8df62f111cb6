import compress from '@fastify/compress';
import etag from '@fastify/etag';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import { CodedError, codes } from '@hadaf/platform';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { codedErrorOf, sendProblem } from './http/problem.ts';
import { runAskedFor } from './http/run-asked-for.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { requireKnownParameters } from './http/strict-queries.ts';
import {
  changeDocument,
  claimDocuments,
  indexDocument,
  indicatorDocument,
  indicatorsDocument,
  recordDocument,
  targetDocument,
} from './published/document-path.ts';
import { indicatorsReportSchema } from './published/indicator-schema.ts';
import { PublishedCache } from './published/published-cache.ts';
import type { PublishedRun } from './published/published-run.ts';
import { indexReportSchema } from './published/report-schema.ts';
import type { ReportingDeps, RouteDeps } from './reporting-deps.ts';
import { claimsRoute, conflictsRoute } from './routes/claims.ts';
import { exportRoutes } from './routes/exports.ts';
import { fontsRoute } from './routes/fonts.ts';
import { getInquiryRoute } from './routes/get-inquiry.ts';
import { getProjectionRoute } from './routes/get-projection.ts';
import { getTargetRoute } from './routes/get-target.ts';
import { iconRoute } from './routes/icon.ts';
import { importObservationsRoute } from './routes/import-observations.ts';
import { indexPageRoute } from './routes/index-page.ts';
import { indicatorRoute, indicatorsRoute } from './routes/indicators.ts';
import { listTargetsRoute } from './routes/list-targets.ts';
import { livezRoute } from './routes/livez.ts';
import { openapiRoute } from './routes/openapi.ts';
import { projectionEventsRoute } from './routes/projection-events.ts';
import { readyzRoute } from './routes/readyz.ts';
import { requestProjectionRoute } from './routes/request-projection.ts';
import { scenarioRoutes } from './routes/scenarios.ts';
import { stylesheetRoute } from './routes/stylesheet.ts';
import { targetChangeRoute } from './routes/target-change.ts';
import { targetPageRoute } from './routes/target-page.ts';
import { trackRecordRoute } from './routes/track-record.ts';
import { variantsRoute } from './routes/variants.ts';
import { type ShownScenarios, shownScenarios } from './scenarios/shown-scenarios.ts';

/** A run's documents up to this many are read ahead; a larger pack's outlive the store only once read. */
const readAheadLimit = 500;

async function indicatorsToReadAhead(run: PublishedRun): Promise<string[]> {
  const list = await run.find(indicatorsDocument);
  if (list === null) return [];
  const { indicators } = indicatorsReportSchema.parse(JSON.parse(list.body));
  const monthly = indicators.filter(({ labels }) => labels !== null).slice(0, readAheadLimit);
  return [indicatorsDocument, ...monthly.map(({ id }) => indicatorDocument(id))];
}

async function pathsToReadAhead(run: PublishedRun): Promise<string[]> {
  const index = await run.find(indexDocument);
  if (index === null) return [];
  const { targets } = indexReportSchema.parse(JSON.parse(index.body));
  return [
    indexDocument,
    ...claimDocuments,
    recordDocument,
    ...(await indicatorsToReadAhead(run)),
    ...targets.slice(0, readAheadLimit).flatMap(({ targetId }) => [targetDocument(targetId), changeDocument(targetId)]),
  ];
}

async function addPlugins(app: FastifyInstance): Promise<void> {
  await addSecurityHeaders(app);
  await app.register(etag);
  await app.register(compress, {
    global: true,
    threshold: 1024,
    encodings: ['br', 'gzip'],
  });
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, context) =>
      new CodedError('RATE_LIMITED', `more than ${context.max} requests in ${context.after}`),
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Hadaf',
        version: '1',
        description: 'Where public targets stand: published runs, and projections on demand',
      },
    },
    transform: jsonSchemaTransform,
  });
}

function addErrorHandling(app: FastifyInstance, { log }: ReportingDeps): void {
  app.setErrorHandler<FastifyError>((thrown, request, reply) => {
    const error = codedErrorOf(thrown);
    if (codes[error.code].http >= 500)
      log.error({
        event: 'request.failed',
        url: request.url,
        code: error.code,
        err: error,
      });
    return sendProblem(error, request, reply);
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(new CodedError('PAGE_NOT_FOUND', 'There is nothing at this address.'), request, reply),
  );
}

const routes = [
  indexPageRoute,
  targetPageRoute,
  listTargetsRoute,
  getTargetRoute,
  targetChangeRoute,
  exportRoutes,
  claimsRoute,
  conflictsRoute,
  trackRecordRoute,
  indicatorsRoute,
  indicatorRoute,
  variantsRoute,
  requestProjectionRoute,
  getProjectionRoute,
  projectionEventsRoute,
  livezRoute,
  readyzRoute,
  stylesheetRoute,
  fontsRoute,
  iconRoute,
  openapiRoute,
];

/** The service over what it is given; it opens no port and no connection of its own. */
export async function buildApp(deps: ReportingDeps): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    trustProxy: [...(deps.trustedProxies ?? [])],
    routerOptions: { maxParamLength: 1000 },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  addErrorHandling(app, deps);
  await addPlugins(app);
  requireKnownParameters(app);
  const published = new PublishedCache({
    readPublished: deps.readPublished,
    now: deps.now,
    readAhead: pathsToReadAhead,
    onFault: (error) => deps.log.warn({ event: 'store.unreachable', err: error }),
  });
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());
  const { inquiries, projections, scenarios } = deps;
  const asked = runAskedFor(app, published, inquiries);
  const shown: ShownScenarios = scenarios
    ? shownScenarios(scenarios, (error) => deps.log.warn({ event: 'store.unreachable', err: error }))
    : async () => null;
  const routeDeps: RouteDeps = {
    ...{ published, runAskedFor: asked, inquiries, projections, closing: closing.signal },
    shownScenarios: shown,
  };
  for (const addRoute of routes) addRoute(app, routeDeps);
  const { importObservations, importToken: token = null } = deps;
  if (scenarios) scenarioRoutes(app, { scenarios, token, runAskedFor: asked });
  if (importObservations) importObservationsRoute(app, { importObservations, token });
  if (inquiries) getInquiryRoute(app, inquiries);
  return app;
}
