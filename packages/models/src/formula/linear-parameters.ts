import { type Expression, nodesOf, symbolsOf } from './expression.ts';

/** Names that decide which branch is taken: no formula is linear in them, whatever its derivatives say. */
function decisiveNames(value: Expression): Set<string> {
  const conditions = nodesOf([value]).flatMap((node) => {
    if (node.kind !== 'call') return [];
    if (node.operation === 'choose') return node.operands.slice(0, 1);
    return ['min', 'max', 'less', 'lessOrEqual', 'and', 'abs'].includes(node.operation) ? [...node.operands] : [];
  });
  return new Set(conditions.flatMap((condition) => [...symbolsOf(condition)]));
}

/**
 * Positions of the largest set of parameters, found greedily, in which the formula is jointly linear: none of their
 * derivatives contains any of them.
 */
export function linearParameters(
  value: Expression,
  parameters: readonly string[],
  derivatives: readonly Expression[],
): number[] {
  const decisive = decisiveNames(value);
  const inside = derivatives.map(symbolsOf);
  const isFree = (i: number, j: number) => !inside[i].has(parameters[j]) && !inside[j].has(parameters[i]);
  let best: number[] = [];
  for (let seed = 0; seed < parameters.length; seed++) {
    const chosen: number[] = [];
    for (let k = 0; k < parameters.length; k++) {
      const j = (seed + k) % parameters.length;
      if (!decisive.has(parameters[j]) && [j, ...chosen].every((i) => isFree(i, j))) chosen.push(j);
    }
    if (chosen.length > best.length) best = chosen;
  }
  return best.sort((a, b) => a - b);
}
