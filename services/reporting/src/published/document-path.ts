/** The index of a run: a document's path is the address it is served at. */
export const indexDocument = '/v1/targets';

/** The report of one target. */
export function targetDocument(targetId: string): string {
  return `${indexDocument}/${targetId}`;
}

/** The list of indicators. */
export const indicatorsDocument = '/v1/indicators';

/** The months of one indicator. */
export function indicatorDocument(indicatorId: string): string {
  return `${indicatorsDocument}/${indicatorId}`;
}

/** Why a target's number moved since the run before. */
export function changeDocument(targetId: string): string {
  return `${targetDocument(targetId)}/change`;
}

/** How the forecasts did, made after the run is published. */
export const recordDocument = '/v1/track-record';

/** What a run says about its sources: their claims, checked, and where they disagree. */
export const claimDocuments: readonly string[] = ['/v1/claims', '/v1/conflicts'];
