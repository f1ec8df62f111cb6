/** The index of a run: a document's path is the address it is served at. */
export const indexDocument = '/v1/targets';

/** The report of one target. */
export function targetDocument(targetId: string): string {
  return `${indexDocument}/${targetId}`;
}

/** What a run says about its sources: their claims, checked, and where they disagree. */
export const claimDocuments: readonly string[] = ['/v1/claims', '/v1/conflicts'];
