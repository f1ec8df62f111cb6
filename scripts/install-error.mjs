/** Why the install failed, in words for the person at the terminal. */
export class InstallError extends Error {}

const causes = [
  [
    /ENOSPC|No space left on device|EDQUOT/i,
    (folder) => `The disk that holds ${folder} is full. Free some space and run the command again.`,
  ],
  [
    /EACCES|EPERM|EROFS|permission denied|read-only file system/i,
    (folder) =>
      `No right to write to ${folder} (or to npm's cache). Clone Hadaf to a folder of your own and run the command there.`,
  ],
  [
    /CERT_|_CERT\b|certificate/i,
    () =>
      "This Node does not trust the npm registry's certificate. Set NODE_EXTRA_CA_CERTS (or npm's cafile) to your network's certificates and run the command again.",
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|META_FETCH_FAIL|FETCH_ERROR|network|error sending request/i,
    () =>
      'The npm registry cannot be reached. Check the network and proxy (npm config get registry), then run the command again.',
  ],
  [
    /OUTDATED_LOCKFILE|frozen-lockfile/i,
    () =>
      'pnpm-lock.yaml does not fit a package.json: check out both from the same commit, or run pnpm install after changing one.',
  ],
  [/\bE?404\b/, () => 'The npm registry in use does not have one of the packages (npm config get registry).'],
  [
    /spawn (?:npm|npm\.cmd) ENOENT/,
    () => 'npm is not on the PATH. Install it beside Node (nodejs.org) and run the command again.',
  ],
];

/** The lines of a program that a reader needs: pnpm's events are reduced to their messages. */
function readable(printed) {
  return printed
    .split('\n')
    .flatMap((line) => {
      if (!line.startsWith('{')) return [line];
      try {
        const event = JSON.parse(line);
        return event.level === 'error' ? [event.err?.message ?? event.message ?? line] : [];
      } catch {
        return [line];
      }
    })
    .filter((line) => line.trim() !== '');
}

/** The failure of an install step: its likely cause and the last lines of what was printed. */
export function explainFailure(command, printed, folder) {
  const lines = readable(printed);
  const said = lines.join('\n');
  const cause = causes.find(([pattern]) => pattern.test(said));
  const tail = lines.slice(-12).map((line) => `  ${line}`);
  const head = cause ? cause[1](folder) : `The install failed (${command}).`;
  return new InstallError([head, ...tail].join('\n'));
}
