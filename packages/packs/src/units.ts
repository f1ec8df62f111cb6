import { create, createUnitDependencies, unitDependencies } from 'mathjs';

const math = create({ ...createUnitDependencies, ...unitDependencies });
for (const currency of ['USD', 'PKR', 'EUR', 'GBP', 'CNY']) math.createUnit(currency);

const scales: Readonly<Record<string, number>> = { thousand: 1e3, mn: 1e6, bn: 1e9, tn: 1e12 };
const rateSuffix = /\s+(?:per|a)\s+year$/;
const scaledPattern = /^(\S+)\s+(thousand|mn|bn|tn)$/;

/** `USD mn per year` is `USD mn` of a fiscal year: a flow's unit carries its period already. */
function withoutRate(unit: string): string {
  return unit.trim().replace(rateSuffix, '');
}

function parseUnit(unit: string) {
  const scaled = scaledPattern.exec(unit);
  const [name, factor] = scaled ? [scaled[1] ?? '', scales[scaled[2] ?? ''] ?? 1] : [unit, 1];
  try {
    return math.unit(factor, name);
  } catch {
    return null; // Not a unit mathjs knows, such as `count`: only its own name matches it.
  }
}

/**
 * How many of `to` one `from` is: 1,000 for USD bn to USD mn.
 *
 * @returns null where the two measure different things; currencies are never converted into each other
 */
export function unitFactor(from: string, to: string): number | null {
  const [source, target] = [withoutRate(from), withoutRate(to)];
  if (source === target) return 1;
  const [a, b] = [parseUnit(source), parseUnit(target)];
  if (!(a && b && a.equalBase(b))) return null;
  return Number((a.toSI().toNumber() / b.toSI().toNumber()).toPrecision(12));
}
