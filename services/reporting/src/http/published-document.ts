import type { FastifyReply } from 'fastify';
import type { ServedRun } from '../published/published-cache.ts';
import type { PublishedDocument } from '../published/published-run.ts';
import { markRun } from './published-page.ts';

/** The document as published, byte for byte: it is neither parsed nor written anew. */
export function sendDocument(reply: FastifyReply, document: PublishedDocument, run: ServedRun): FastifyReply {
  return markRun(reply, run)
    .header('etag', document.etag)
    .type(document.contentType)
    .serializer((body: unknown) => body as string) // the body below
    .send(document.body);
}
