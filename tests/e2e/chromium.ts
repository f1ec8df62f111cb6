import { existsSync } from 'node:fs';
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';
import { describe } from 'vitest';

const executablePath = '/usr/bin/chromium';
const isRequired = (process.env['HADAF_REQUIRE'] ?? '').split(',').includes('chromium');
const isMissing = !existsSync(executablePath);

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A suite that needs Debian's Chromium: without it the suite is skipped with a loud line, or fails where it is required. */
export function describeInChromium(name: string, suite: () => void): void {
  if (isMissing && !isRequired)
    console.warn(`SKIPPED: ${name}. There is no ${executablePath}; install Debian's chromium.`);
  describe.skipIf(isMissing && !isRequired)(name, suite);
}

/** @throws when Chromium is missing */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath, args: flags });
}
