import { fileURLToPath } from 'node:url';

/** Where published cases are kept beside a checkout, unless HADAF_BENCH_DATA says otherwise. */
export const defaultProofData = fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
