import { createHash } from 'node:crypto';
import type { EngineDeps } from './engine-deps.ts';

/** Of all that decides a result beside its target and vintage: the code, the settings and the data, as `findDataVersion` names them. */
export function configHash(
  { codeVersion, settings }: Pick<EngineDeps, 'codeVersion' | 'settings'>,
  dataVersion: string,
): string {
  const decides = [codeVersion, settings.seed, settings.paths, settings.longestHorizon, dataVersion];
  return createHash('sha256').update(JSON.stringify(decides)).digest('hex');
}
