/** The programs some tests need and a machine may lack. */
const optional = [
  {
    name: 'redis',
    skipped: 'tests of the queue on Redis',
    mend: 'install redis-server or set REDIS_URL',
  },
  { name: 'chromium', skipped: 'browser tests', mend: 'install chromium' },
];

/**
 * Which tests this machine cannot run, and which of those a machine must: `HADAF_REQUIRE=redis,chromium`.
 *
 * @param has       whether a program is there, by name
 * @param required  the value of HADAF_REQUIRE
 */
export function findSkips(has, required = '') {
  const names = required.split(',').map((name) => name.trim());
  const missing = optional.filter(({ name }) => !has(name));
  return {
    skipped: missing.map(({ name, skipped, mend }) => `SKIPPED: ${skipped} (no ${name}; ${mend})`),
    failed: missing.filter(({ name }) => names.includes(name)).map(({ name }) => name),
    unknown: names.filter((name) => name !== '' && !optional.some((program) => program.name === name)),
  };
}
