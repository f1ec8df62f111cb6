/** Operators and functions an expression may be made of, each with its number of arguments. */
export const arity = {
  add: 2,
  subtract: 2,
  multiply: 2,
  divide: 2,
  pow: 2,
  min: 2,
  max: 2,
  /** 1 where the first argument is below the second, else 0. */
  less: 2,
  lessOrEqual: 2,
  and: 2,
  /** The second argument where the first is not 0, else the third. */
  choose: 3,
  negate: 1,
  exp: 1,
  expm1: 1,
  log: 1,
  log1p: 1,
  log2: 1,
  log10: 1,
  sqrt: 1,
  cbrt: 1,
  abs: 1,
  sin: 1,
  cos: 1,
  tan: 1,
  asin: 1,
  acos: 1,
  atan: 1,
  sinh: 1,
  cosh: 1,
  tanh: 1,
} as const;

export type Operation = keyof typeof arity;

/** A node of an expression. Equal nodes of one pool are the same object, so shared parts are computed once. */
export type Expression =
  | { readonly kind: 'number'; readonly id: number; readonly value: number }
  | { readonly kind: 'symbol'; readonly id: number; readonly name: string }
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly operation: Operation;
      readonly operands: readonly Expression[];
    };

/** All different nodes below the roots, operands before the calls that use them. */
export function nodesOf(roots: readonly Expression[]): Expression[] {
  const seen = new Set<Expression>();
  const visit = (node: Expression): void => {
    if (seen.has(node)) return;
    if (node.kind === 'call') for (const operand of node.operands) visit(operand);
    seen.add(node);
  };
  for (const root of roots) visit(root);
  return [...seen];
}

/** Names of the symbols below a node. */
export function symbolsOf(root: Expression): Set<string> {
  return new Set(nodesOf([root]).flatMap((node) => (node.kind === 'symbol' ? [node.name] : [])));
}
