export type { CheckedFormula, ClaimVerdict } from './claims/assess-claim.ts';
export { assessClaim, assessClaims } from './claims/assess-claim.ts';
export type { Claim, ClaimCheck, ClaimVerdictName } from './claims/claim.ts';
export type { Conflict, ConflictReport, ConflictSide } from './claims/conflict.ts';
export { listConflicts } from './claims/conflict.ts';
export type { Fault } from './faults.ts';
export type { Pack } from './pack.ts';
export type { PackFiles, PackReading } from './read-pack.ts';
export { readPack } from './read-pack.ts';
