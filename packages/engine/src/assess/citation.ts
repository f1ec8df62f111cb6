import type { Observation, SourceDocument } from '@hadaf/series';
import type { Target } from '@hadaf/targets';
import type { Citation } from '../report.ts';

/** Where an observation was printed, and since when it was certainly public. */
export function citationOf(observation: Observation, documents: ReadonlyMap<string, SourceDocument>): Citation {
  const document = documents.get(observation.documentId);
  return {
    publisher: document?.publisher ?? observation.documentId,
    agency: observation.agency,
    url: document?.url ?? '',
    publishedOn: observation.publishedOn,
    knownBy: observation.knownBy,
    knownByBasis: observation.knownByBasis,
  };
}

/** The citations without repeats, in order of first use. */
export function distinctCitations(citations: readonly Citation[]): Citation[] {
  const seen = new Map(
    citations.map((citation) => [`${citation.url} ${citation.publisher} ${citation.agency}`, citation]),
  );
  return [...seen.values()];
}

/** The page on which a target was announced. */
export function announcementOf(target: Target, documents: ReadonlyMap<string, SourceDocument>): Citation {
  const document = documents.get(target.documentId);
  return {
    publisher: document?.publisher ?? target.documentId,
    agency: target.announcedBy,
    url: document?.url ?? '',
    publishedOn: document?.publishedOn ?? null,
    knownBy: target.knownBy,
    knownByBasis: document?.publishedOn ? 'the page is dated' : 'the claim was public by then',
  };
}
