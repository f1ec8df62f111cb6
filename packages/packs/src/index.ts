export type { Fault } from './faults.ts';
export type { Pack } from './pack.ts';
export type { PackFiles, PackReading } from './read-pack.ts';
export { readPack } from './read-pack.ts';
