import { defineConfig } from 'vitest/config';

const faults = ['{packages,services}/**/*.faults.test.ts'];
const integration = ['{packages,services}/**/*.integration.test.ts', 'tests/{integration,e2e}/**/*.test.ts'];

const servers = {
  globalSetup: ['tests/integration/global-setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

/**
 * `unit` touches no disk beyond the checkout, no socket, no database; `integration` starts real servers of its own;
 * `faults` kills them, cuts their connections and waits for real recoveries.
 */
export default defineConfig({
  test: {
    setupFiles: ['tests/property-seed.ts'],
    // Vitest leaves one processor to itself: on two of them the files would run one after the other.
    maxWorkers: '100%',
    // Stopping the run's Postgres takes a moment on a busy machine.
    teardownTimeout: 60_000,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,services,tests}/**/*.test.ts', 'scripts/*.test.mjs'],
          exclude: [...integration, ...faults, '**/node_modules/**'],
          // Nothing here is timed: a property on a busy machine may take as long as it takes.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: integration,
          exclude: ['**/node_modules/**'],
          ...servers,
        },
      },
      { test: { name: 'faults', include: faults, exclude: ['**/node_modules/**'], ...servers } },
    ],
  },
});
