import { CodedError, codes, toCodedError } from '@hadaf/platform';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { errorPage } from '../pages/error-page.ts';

/** Fastify's own refusals in the words of the code table. */
const fastifyCodes: Readonly<Record<string, 'REQUEST_TOO_LARGE' | 'REQUEST_INVALID'>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'REQUEST_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'REQUEST_INVALID',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'REQUEST_INVALID',
  FST_ERR_CTP_INVALID_JSON_BODY: 'REQUEST_INVALID',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'REQUEST_INVALID',
  FST_ERR_BAD_URL: 'REQUEST_INVALID',
};

/** Titles that people read; a fault of ours says only that it is one. */
function titleOf(error: CodedError, status: number): string {
  if (error.code === 'NOT_PUBLISHED') return 'Nothing is published yet';
  if (status >= 500) return status === 503 ? 'Not available right now' : 'Something failed on our side';
  if (status === 404) return 'Not found';
  if (status === 401) return 'A token is needed';
  return status === 429 ? 'Too many requests' : 'The request cannot be used';
}

function detailOf(error: CodedError, status: number): string {
  if (error.code === 'NOT_PUBLISHED') return 'The first assessment is under way. Try again in a minute.';
  if (status >= 500) return 'Nothing is wrong with the request. Try again later.';
  return error.message;
}

/** Whatever was thrown, as a CodedError: schema faults name field and mend. */
export function codedErrorOf(thrown: FastifyError | Error): CodedError {
  if (thrown instanceof CodedError) return thrown;
  if (hasZodFastifySchemaValidationErrors(thrown)) {
    const faults = thrown.validation.map(
      (fault) => `${fault.instancePath.slice(1).replaceAll('/', '.') || 'request'}: ${fault.message}`,
    );
    return new CodedError('REQUEST_INVALID', faults.join('; '), {
      cause: thrown,
      faults,
    });
  }
  const known = 'code' in thrown ? fastifyCodes[thrown.code] : undefined;
  return known ? new CodedError(known, thrown.message, { cause: thrown }) : toCodedError(thrown);
}

/** Whether a person asks, and for a page. */
export function wantsPage(request: FastifyRequest): boolean {
  return !request.url.startsWith('/v1/') && (request.headers.accept ?? '').includes('text/html');
}

/** The language of the address asked for. */
export const languageOf = ({ url }: FastifyRequest): 'en' | 'ur' => (/^\/ur(?:[/?]|$)/.test(url) ? 'ur' : 'en');

/** Answers with problem+json (RFC 9457), or with a page where a person asked for one. */
export function sendProblem(error: CodedError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { http: status, retry } = codes[error.code];
  const [title, detail] = [titleOf(error, status), detailOf(error, status)];
  reply.code(status).header('cache-control', 'no-store');
  if (retry) reply.header('retry-after', '5');
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  if (wantsPage(request)) {
    return reply.type('text/html; charset=utf-8').send(errorPage(status, title, detail, languageOf(request)));
  }
  const faults = status < 500 && error.faults.length > 0 ? { faults: error.faults } : {};
  // A ready string: the zod serializer would hold a problem against the route's own answers.
  return reply
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({
      type: 'about:blank',
      title,
      status,
      code: error.code,
      detail,
      ...faults,
    });
}
