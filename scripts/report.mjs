const width = 24;

/** A line such as `Installing packages  [######------]  120/265`. */
export function progressLine(label, done, total) {
  const filled = total === 0 ? 0 : Math.round((width * done) / total);
  const bar = '#'.repeat(filled) + '-'.repeat(width - filled);
  return total === 0 ? `${label} …` : `${label}  [${bar}]  ${done}/${total}`;
}

/** Tells how the install goes, on standard error: a bar on a terminal, plain lines elsewhere. */
export function createReport(stream = process.stderr) {
  const isTerminal = stream.isTTY === true;
  const draw = (text) => stream.write(`\r\u001b[2K${text}`);
  return {
    line: (text) => stream.write(`${text}\n`),
    async stage(label, work) {
      const began = performance.now();
      if (isTerminal) draw(`${label} …`);
      else stream.write(`${label} …\n`);
      const result = await work((done, total) => {
        if (isTerminal) draw(progressLine(label, done, total));
      }).finally(() => {
        if (isTerminal) draw('');
      });
      stream.write(`${label}: done in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
      return result;
    },
  };
}
