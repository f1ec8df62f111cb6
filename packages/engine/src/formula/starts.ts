import type { Formula, ParameterSetting, ParameterSettings } from '@hadaf/models';

/** A fit takes about a millisecond: this many keep an answer within a second. */
const mostStarts = 200;

function hasStart({ start, lower, upper, prior }: ParameterSetting): boolean {
  return start !== undefined || prior !== undefined || (lower !== undefined && upper !== undefined);
}

function isWithin(start: number, { lower, upper }: ParameterSetting): boolean {
  return start >= (lower ?? Number.NEGATIVE_INFINITY) && start <= (upper ?? Number.POSITIVE_INFINITY);
}

/**
 * Settings to start from: what the user said, and for every other nonlinear parameter a few values such parameters have:
 * 1, small rates, years of the data and after them. Linear ones need no start: they are solved for.
 *
 * @param times  the fiscal years of the data, ascending
 */
export function startsOf(
  formula: Formula,
  settings: ParameterSettings,
  times: readonly number[],
): readonly ParameterSettings[] {
  const open = formula.parameters.filter(
    (name, position) => !formula.linear.includes(position) && !hasStart(settings.get(name) ?? {}),
  );
  if (open.length === 0) return [settings];
  const last = times.at(-1) ?? 0;
  const middle = times[Math.floor(times.length / 2)] ?? 0;
  const usual = [1, 0.1, last, -0.1, middle];
  const each = Math.max(1, Math.min(usual.length, Math.floor(mostStarts ** (1 / open.length))));
  const choices = usual.slice(0, each);
  let starts: ReadonlyMap<string, ParameterSetting>[] = [new Map(settings)];
  for (const name of open) {
    const said = settings.get(name) ?? {};
    const fitting = choices.filter((start) => isWithin(start, said));
    if (fitting.length === 0) continue;
    starts = starts.flatMap((so) => fitting.map((start) => new Map(so).set(name, { ...said, start })));
  }
  return starts;
}
