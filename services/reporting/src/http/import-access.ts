import { createHash, timingSafeEqual } from 'node:crypto';
import { CodedError } from '@hadaf/platform';
import type { FastifyRequest } from 'fastify';

const loopback = /^(?:127\.|::1$|::ffff:127\.)/;
const ownNames = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;
const bearer = /^Bearer +(\S+)$/i;

/** A forwarded request comes from elsewhere, and a page of another site reaches us under its own name. */
function isLocal({ ip, headers }: FastifyRequest): boolean {
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return loopback.test(ip) && ownNames.test(headers.host ?? '') && !isForwarded;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Whether a request carries the token; how long it takes says nothing about how much of it was right. */
function carriesToken({ headers }: FastifyRequest, token: string): boolean {
  const given = bearer.exec(headers.authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

/**
 * Lets in who may write the ledger: who knows the token, where one is set; else whoever sits at this machine. A proxy that
 * says nothing of who it speaks for looks like this machine, so behind one a token must be set.
 *
 * @param token  null where nobody from elsewhere may
 * @throws CodedError IMPORT_REFUSED where no token is set, TOKEN_NEEDED where it is another or none
 */
export function requireImportAccess(request: FastifyRequest, token: string | null): void {
  if (token === null) {
    if (isLocal(request)) return;
    throw new CodedError(
      'IMPORT_REFUSED',
      'this is written from the machine itself; elsewhere use the terminal, or set HADAF_IMPORT_TOKEN',
    );
  }
  if (!carriesToken(request, token)) {
    throw new CodedError('TOKEN_NEEDED', 'send the token of HADAF_IMPORT_TOKEN: authorization: Bearer <token>');
  }
}
