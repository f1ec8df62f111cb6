import type { Config } from '@hadaf/platform';

/** The environment, with the settings of a command's own options above it, checked when a command needs it. */
export type ReadConfig = (settings?: Readonly<Record<string, string>>) => Promise<Config>;
