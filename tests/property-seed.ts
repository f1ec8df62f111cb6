import process from 'node:process';
import fc from 'fast-check';

/**
 * Properties are tried on the same cases in every run, so that a commit is green or red and never either. Another seed
 * tries others: `HADAF_PROPERTY_SEED=7 npm test -- --project unit`.
 */
fc.configureGlobal({ seed: Number(process.env['HADAF_PROPERTY_SEED'] ?? 2030) });
