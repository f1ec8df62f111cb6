import type { FastifyReply } from 'fastify';
import type { ServedRun } from '../published/published-cache.ts';
import type { PublishedDocument } from '../published/published-run.ts';
import { markRun } from './published-page.ts';

/** The document as published, byte for byte: it is neither parsed nor written anew. */
export function sendDocument(reply: FastifyReply, document: PublishedDocument, run: ServedRun): FastifyReply {
  return sendStored(markRun(reply, run), document);
}

/** A document of no run. */
export function sendStored(reply: FastifyReply, document: PublishedDocument): FastifyReply {
  return reply
    .header('etag', document.etag)
    .type(document.contentType)
    .serializer((body: unknown) => body as string) // the body below
    .send(document.body);
}

/** In words: a target may have been announced after the day asked for. */
export function unknownTarget(targetId: string, { day }: ServedRun): string {
  return day ? `no target ${targetId} was known on ${day.asOf}` : `no target ${targetId} in the published run`;
}
