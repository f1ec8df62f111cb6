/** mathjs takes a second and 85 MB to load, so it is loaded with the first two units that differ. */
async function loadUnits() {
  const { create, createUnitDependencies, unitDependencies } = await import('mathjs');
  const math = create({ ...createUnitDependencies, ...unitDependencies });
  for (const currency of ['USD', 'PKR', 'EUR', 'GBP', 'CNY']) math.createUnit(currency);
  return math;
}

let loading: ReturnType<typeof loadUnits> | null = null;

const scales: Readonly<Record<string, number>> = {
  thousand: 1e3,
  mn: 1e6,
  bn: 1e9,
  tn: 1e12,
};
const rateSuffix = /\s+(?:per|a)\s+year$/;
const scaledPattern = /^(\S+)\s+(thousand|mn|bn|tn)$/;

/** `USD mn per year` is `USD mn` of a fiscal year: a flow's unit carries its period already. */
function withoutRate(unit: string): string {
  return unit.trim().replace(rateSuffix, '');
}

function parseUnit(unit: string): {
  readonly name: string;
  readonly factor: number;
} {
  const scaled = scaledPattern.exec(unit);
  return { name: scaled?.[1] ?? unit, factor: scales[scaled?.[2] ?? ''] ?? 1 };
}

/**
 * How many of `to` one `from` is: 1,000 for USD bn to USD mn.
 *
 * @returns null where the two measure different things; currencies are never converted into each other
 */
export async function unitFactor(from: string, to: string): Promise<number | null> {
  const [source, target] = [withoutRate(from), withoutRate(to)];
  if (source === target) return 1;
  const [a, b] = [parseUnit(source), parseUnit(target)];
  loading ??= loadUnits();
  const math = await loading;
  try {
    return Number((math.unit(a.factor, a.name).toNumber(b.name) / b.factor).toPrecision(12));
  } catch {
    return null; // mathjs knows no such unit, or not in each other: `count` is only itself.
  }
}
