import { AxeBuilder } from '@axe-core/playwright';
import { createLogger } from '@hadaf/platform';
import { buildApp } from '@hadaf/reporting';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { describeInChromium, launchChromium } from './chromium.ts';
import { publishedFixture } from './published-fixture.ts';

const nobody = {
  request: async () => '',
  find: async () => null,
  listen: async function* () {},
};

type App = Awaited<ReturnType<typeof buildApp>>;

describeInChromium('the pages in Chromium', () => {
  let app: App;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    app = await buildApp({
      readPublished: async () => publishedFixture,
      projections: nobody,
      now: () => '2026-11-22T00:00:00.000Z',
      log: createLogger({ level: 'silent' }),
    });
    address = await app.listen({ host: '127.0.0.1', port: 0 });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  /** Opens a page in a context of its own; every console message is a fault, a refused style among them. */
  async function open(path: string, look: { width?: number; scheme?: 'light' | 'dark'; scripts?: boolean } = {}) {
    const { width = 1440, scheme = 'light', scripts = false } = look;
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      javaScriptEnabled: scripts,
      bypassCSP: scripts, // axe is a script: with it, the policy is not under test
    });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('dialog', (dialog) => messages.push(`dialog ${dialog.message()}`));
    await page.goto(`${address}${path}`);
    return { page, messages };
  }

  test('a reader goes from the index to the verdict', async () => {
    const { page, messages } = await open('/');
    await page.getByRole('link', { name: 'IT exports of $15bn by 2030' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('IT exports of $15bn by 2030');
    expect(await page.locator('.sentence').textContent()).toContain('very unlikely: the probability is below 1 %');
    expect(await page.locator('.standing').textContent()).toContain('Off track');
    expect(messages).toEqual([]);
  });

  test.each([
    [360, 'narrow'],
    [1440, 'wide'],
  ])('at %d px one chart is shown, the %s one', async (width, name) => {
    const { page } = await open('/targets/T01', { width });
    const shown = page.getByRole('img', { name: 'ICT services exports' });
    expect(await shown.count()).toBe(1);
    expect(await page.locator(`.figure .${name} svg`).isVisible()).toBe(true);
  });

  test('a chart’s table opens without scripts', async () => {
    const { page } = await open('/targets/T01');
    const cell = page.getByRole('rowheader', { name: 'FY2030' }).first();
    expect(await cell.isVisible()).toBe(false);
    await page.getByText('The same as a table').click();
    expect(await cell.isVisible()).toBe(true);
  });

  test('an Urdu page is set in Nastaliq from here, right to left, with the digits of the English one', async () => {
    const { page, messages } = await open('/ur/targets/T01', { scripts: true });
    await page.evaluate('document.fonts.ready');
    expect(await page.evaluate("document.fonts.check('16px \"Noto Nastaliq Urdu\"', 'ہدف')")).toBe(true);
    expect(await page.evaluate('getComputedStyle(document.documentElement).direction')).toBe('rtl');
    const sentence = await page.locator('.sentence').textContent();
    expect(sentence).toMatch(/15 ارب ڈالر/);
    expect(messages).toEqual([]);
    await page.getByRole('link', { name: 'English' }).click();
    expect(new URL(page.url()).pathname).toBe('/targets/T01');
    await page.getByRole('link', { name: 'اردو' }).click();
    expect(new URL(page.url()).pathname).toBe('/ur/targets/T01');
  });

  test('an Urdu reader goes from the index to a target and back, and charts run left to right', async () => {
    const { page, messages } = await open('/indicators');
    await page.getByRole('link', { name: 'اردو' }).click();
    expect(new URL(page.url()).pathname).toBe('/ur');
    await page.locator('.targets a').first().click();
    expect(new URL(page.url()).pathname).toBe('/ur/targets/T01');
    const axis = page.locator('.wide svg[direction="ltr"]').first();
    const ticks = await axis
      .locator('text')
      .filter({ hasText: /مالی سال 20\d\d/ })
      .all();
    const places = await Promise.all(ticks.map(async (tick) => (await tick.boundingBox())?.x ?? 0));
    expect(places.length).toBeGreaterThan(2);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    await page.getByRole('link', { name: 'تمام اہداف', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe('/ur');
    expect(messages).toEqual([]);
  });

  test.each([360, 1440])('no letter of a chart in Urdu is cut off at %d px', async (width) => {
    const { page } = await open('/ur/targets/T01', { width, scripts: true });
    await page.evaluate('document.fonts.ready');
    const cut = await page.evaluate(`[...document.querySelectorAll('.chart')].flatMap((chart) => {
      const room = chart.getBoundingClientRect();
      return [...chart.querySelectorAll('text')].filter((text) => {
        const { left, right, width } = text.getBoundingClientRect();
        return width > 0 && (left < room.left - 1 || right > room.right + 1);
      }).map((text) => text.textContent);
    })`);
    expect(cut).toEqual([]);
  });

  test('hostile text runs nothing', async () => {
    const { page, messages } = await open('/targets/T99', { scripts: true });
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('<script>alert("1")</script>');
    expect(await page.locator('script').count()).toBe(0);
    expect(messages).toEqual([]);
  });

  const pages = [
    '/',
    '/targets/T01',
    '/targets/T30',
    '/targets/T99',
    '/targets/T02',
    '/indicators',
    '/indicators/exports',
    '/indicators/hostile',
    '/ur',
    '/ur/targets/T01',
    '/ur/targets/T30',
    '/ur/targets/T02',
    '/ur/targets/T99',
  ];
  const looks = [
    { width: 360, scheme: 'dark' },
    { width: 1440, scheme: 'light' },
  ] as const;
  test.each(pages.flatMap((path) => looks.map((look) => ({ path, ...look }))))(
    '$path at $width px, $scheme: fits, and axe finds nothing',
    async ({ path, width, scheme }) => {
      const { page } = await open(path, { width, scheme, scripts: true });
      expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
      // The legacy mode differs in frames of other origins only; these pages have none, and it needs no second page.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    },
  );
});
