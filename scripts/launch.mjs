import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { InstallError } from './install-error.mjs';
import { createReport } from './report.mjs';
import { ensureToolchain, environmentWith, root } from './toolchain.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Calls `onGone` when the shell npm started us in ends before us: npm hands SIGTERM to that shell only, which dies of it
 * and tells nobody. Not outside npm, where a parent may leave on purpose (nohup, disown).
 */
function watchParent(onGone) {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return () => {};
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, 500);
  return () => clearInterval(timer);
}

/** Runs a program with our terminal, hands signals on, and @returns its exit code. */
export function runInherited(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
    const forward = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    const unwatch = watchParent(() => forward('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      unwatch();
      for (const name of signals) process.off(name, forward);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** Installs what is missing, then runs `work` and exits with its code; a failed install exits 1 with its reason. */
export async function withToolchain(work) {
  try {
    const node = await ensureToolchain(createReport());
    process.exitCode = await work(node, environmentWith(node));
  } catch (error) {
    if (!(error instanceof InstallError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** The flag that reads `.env`, where there is one: Node's own `--env-file-if-exists` says that there is none. */
function settingsFlags() {
  return existsSync(join(root, '.env')) ? ['--env-file=.env'] : [];
}

/**
 * Without a bound, Node grows its young heap to 3 x 32 MB before it collects: an import keeps 50 MB less at its peak,
 * and a first start peaks at 350 MB instead of 470.
 */
function heapFlags([command]) {
  if (command === 'import') return ['--max-semi-space-size=8'];
  return command === 'start' ? ['--max-semi-space-size=4'] : [];
}

/** Runs Hadaf's command line, with the settings of `.env` below those of the environment. */
export function runCli(args) {
  return withToolchain((node, env) =>
    runInherited(node, [...settingsFlags(), ...heapFlags(args), join(root, 'services/cli/src/main.ts'), ...args], env),
  );
}
