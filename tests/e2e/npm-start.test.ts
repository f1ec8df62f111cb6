import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeInChromium, launchChromium } from './chromium.ts';

const cli = join(import.meta.dirname, '../../services/cli/src/main.ts');
const startMs = 120_000;

/** A Hadaf of its own: its database and port belong to this test alone. */
class Installation {
  readonly #folder = mkdtempSync(join(tmpdir(), 'hadaf-e2e-'));

  constructor() {
    // As root the database runs as `nobody`, who must be able to enter.
    chmodSync(this.#folder, 0o755);
  }

  spawn(...args: string[]): ChildProcess {
    const env = { ...process.env, HADAF_STATE_DIR: this.#folder, DATABASE_URL: '', REDIS_URL: '', NO_COLOR: '1' };
    return spawn(process.execPath, [cli, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** Runs a command to its end. */
  async run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
    const child = this.spawn(...args);
    const output = { stdout: '', stderr: '' };
    child.stdout?.on('data', (chunk: Buffer) => {
      output.stdout += chunk.toString();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      output.stderr += chunk.toString();
    });
    const [code] = await once(child, 'close');
    return { code, ...output };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The address of the page, once the started process prints it. */
async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stderr ?? []) {
    said += String(chunk);
    const address = /The page: (http:\S+)/.exec(said)?.[1];
    if (address) return address;
  }
  throw new Error(`start ended without a page:\n${said}`);
}

describe('npm start', () => {
  const installation = new Installation();
  let child: ChildProcess;
  let address: string;

  beforeAll(async () => {
    child = installation.spawn('start', '--port', '0');
    address = await addressOf(child);
    child.stderr?.resume();
  }, startMs);

  afterAll(async () => {
    child.kill('SIGINT');
    const [code] = child.exitCode === null ? await once(child, 'close') : [child.exitCode];
    const again = await installation.run('start', '--once');
    installation.remove();
    expect(code).toBe(0);
    expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('the published run is current') });
  }, startMs);

  test('serves every target of the pack, and says it is ready', async () => {
    const index = await (await fetch(`${address}/v1/targets`)).json();
    const check = await installation.run('pack', 'check', '--json');
    expect(index.targets).toHaveLength(JSON.parse(check.stdout).targets);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  });

  test('answers a projection through the queue', async () => {
    const asked = await fetch(`${address}/v1/projections`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ targetId: 'T01', horizon: 6 }),
    });
    expect(asked.status).toBe(202);
    const events = await (await fetch(`${address}${asked.headers.get('location')}/events`)).text();
    expect(events).toContain('"state":"done"');
    expect(events).toContain('"targetId":"T01"');
  });

  test('lets the CLI read beside it', async () => {
    const { code, stdout } = await installation.run('target', 'T01', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ targetId: 'T01', status: 'off-track' });
  });

  describeInChromium('in Chromium', () => {
    test('shows the verdict on $15bn', async () => {
      const browser = await launchChromium();
      try {
        const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
        await page.goto(address);
        await page.getByRole('link', { name: 'IT exports of $15 billion by 2030', exact: true }).click();
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('IT exports of $15 billion by 2030');
        expect(await page.locator('.sentence').textContent()).toContain('unlikely');
        expect(await page.locator('.standing').textContent()).toContain('Off track');
      } finally {
        await browser.close();
      }
    });
  });
});
