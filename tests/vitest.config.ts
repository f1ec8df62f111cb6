import { defineConfig } from 'vitest/config';

const integration = ['{packages,services}/**/*.integration.test.ts', 'tests/{integration,e2e}/**/*.test.ts'];

/** `unit` touches no disk beyond the checkout, no socket, no database; `integration` starts real servers of its own. */
export default defineConfig({
  test: {
    // Stopping the run's Postgres takes a moment on a busy machine.
    teardownTimeout: 60_000,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,services,tests}/**/*.test.ts', 'scripts/*.test.mjs'],
          exclude: [...integration, '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'integration',
          include: integration,
          globalSetup: ['tests/integration/global-setup.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
