/** The index of a run: a document's path is the address it is served at. */
export const indexDocument = '/v1/targets';

/** The report of one target. */
export function targetDocument(targetId: string): string {
  return `${indexDocument}/${targetId}`;
}
