import { type Expression, nodesOf, type Operation } from './expression.ts';
import type { ExpressionPool } from './expression-pool.ts';

/** Operations that pass one of their operands on. */
type Selection = 'min' | 'max' | 'choose';

type Rule = (pool: ExpressionPool, node: Expression, operands: readonly Expression[]) => readonly Expression[];

/** One-argument rules get the argument and the call itself (exp is its own derivative). */
function unary(rule: (pool: ExpressionPool, a: Expression, self: Expression) => Expression): Rule {
  return (pool, node, [a]) => (a ? [rule(pool, a, node)] : []);
}

function binary(rule: (pool: ExpressionPool, a: Expression, b: Expression, self: Expression) => Expression[]): Rule {
  return (pool, node, [a, b]) => (a && b ? rule(pool, a, b, node) : []);
}

const square = (pool: ExpressionPool, a: Expression) => pool.call('multiply', a, a);
const one = (pool: ExpressionPool) => pool.number(1);
const over = (pool: ExpressionPool, numerator: number, a: Expression) => pool.call('divide', pool.number(numerator), a);
const flat = (pool: ExpressionPool) => pool.number(0);

/** The derivative of each operation by each of its operands. A kink takes the derivative of its right side. */
const rules: Readonly<Record<Exclude<Operation, Selection>, Rule>> = {
  add: binary((pool) => [one(pool), one(pool)]),
  subtract: binary((pool) => [one(pool), pool.number(-1)]),
  multiply: binary((_, a, b) => [b, a]),
  divide: binary((pool, _, b, self) => [over(pool, 1, b), pool.call('negate', pool.call('divide', self, b))]),
  pow: binary((pool, a, b, self) => [
    pool.call('multiply', b, pool.call('pow', a, pool.call('subtract', b, one(pool)))),
    // 0 to a power stays 0 as the power changes, where 0 · log 0 would not be a number.
    pool.call('choose', self, pool.call('multiply', self, pool.call('log', a)), flat(pool)),
  ]),
  less: binary((pool) => [flat(pool), flat(pool)]),
  lessOrEqual: binary((pool) => [flat(pool), flat(pool)]),
  and: binary((pool) => [flat(pool), flat(pool)]),
  negate: unary((pool) => pool.number(-1)),
  exp: unary((_, __, self) => self),
  expm1: unary((pool, a) => pool.call('exp', a)),
  log: unary((pool, a) => over(pool, 1, a)),
  log1p: unary((pool, a) => over(pool, 1, pool.call('add', one(pool), a))),
  log2: unary((pool, a) => over(pool, Math.LOG2E, a)),
  log10: unary((pool, a) => over(pool, Math.LOG10E, a)),
  sqrt: unary((pool, _, self) => over(pool, 0.5, self)),
  cbrt: unary((pool, _, self) => over(pool, 1 / 3, square(pool, self))),
  abs: unary((pool, a) => pool.call('choose', pool.call('less', a, flat(pool)), pool.number(-1), one(pool))),
  sin: unary((pool, a) => pool.call('cos', a)),
  cos: unary((pool, a) => pool.call('negate', pool.call('sin', a))),
  tan: unary((pool, _, self) => pool.call('add', one(pool), square(pool, self))),
  asin: unary((pool, a) => over(pool, 1, pool.call('sqrt', pool.call('subtract', one(pool), square(pool, a))))),
  acos: unary((pool, a) => over(pool, -1, pool.call('sqrt', pool.call('subtract', one(pool), square(pool, a))))),
  atan: unary((pool, a) => over(pool, 1, pool.call('add', one(pool), square(pool, a)))),
  sinh: unary((pool, a) => pool.call('cosh', a)),
  cosh: unary((pool, a) => pool.call('sinh', a)),
  tanh: unary((pool, _, self) => pool.call('subtract', one(pool), square(pool, self))),
};

/** The derivative of the operand that is passed on: a product with 0 would let the other's NaN through. */
function selected(
  pool: ExpressionPool,
  operation: Selection,
  operands: readonly Expression[],
  inner: readonly Expression[],
): Expression {
  const zero = flat(pool);
  const [a = zero, b = zero] = operands;
  const [first = zero, second = zero, third = zero] = inner;
  if (operation === 'choose') return pool.call('choose', a, second, third);
  const below = pool.call('less', a, b);
  return operation === 'min' ? pool.call('choose', below, first, second) : pool.call('choose', below, second, first);
}

function isSelection(operation: Operation): operation is Selection {
  return operation === 'choose' || operation === 'min' || operation === 'max';
}

/** ∂ root ∕ ∂ name, simplified, sharing nodes with the root. */
export function derive(pool: ExpressionPool, root: Expression, name: string): Expression {
  const derivatives = new Map<Expression, Expression>();
  const zero = pool.number(0);
  for (const node of nodesOf([root])) derivatives.set(node, chain(pool, node, name, derivatives));
  return derivatives.get(root) ?? zero;
}

function chain(
  pool: ExpressionPool,
  node: Expression,
  name: string,
  derivatives: ReadonlyMap<Expression, Expression>,
): Expression {
  const zero = pool.number(0);
  if (node.kind !== 'call') return node.kind === 'symbol' && node.name === name ? pool.number(1) : zero;
  const inner = node.operands.map((operand) => derivatives.get(operand) ?? zero);
  if (inner.every((derivative) => derivative === zero)) return zero;
  if (isSelection(node.operation)) return selected(pool, node.operation, node.operands, inner);
  const partials = rules[node.operation](pool, node, node.operands);
  let sum = zero;
  for (const [i, derivative] of inner.entries()) {
    // A derivative that is exactly zero drops its partial: log(a) of a constant exponent must not bring in NaN.
    if (derivative !== zero) sum = pool.call('add', sum, pool.call('multiply', partials[i] ?? zero, derivative));
  }
  return sum;
}
