import type { Expression, Operation } from './expression.ts';
import { scalarOperations } from './scalar-operations.ts';

/** Makes expressions, one object for equal ones, with the simplifications derivatives need. */
export class ExpressionPool {
  readonly #nodes = new Map<string, Expression>();

  number(value: number): Expression {
    return this.#intern(`n${Object.is(value, -0) ? '-0' : value}`, (id) => ({
      kind: 'number',
      id,
      value,
    }));
  }

  symbol(name: string): Expression {
    return this.#intern(`s${name}`, (id) => ({ kind: 'symbol', id, name }));
  }

  call(operation: Operation, ...operands: readonly Expression[]): Expression {
    const values = operands.flatMap((operand) => (operand.kind === 'number' ? [operand.value] : []));
    if (values.length === operands.length) {
      const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = values;
      return this.number(scalarOperations[operation](a, b, c));
    }
    return this.#simplify(operation, operands) ?? this.#raw(operation, operands);
  }

  #raw(operation: Operation, operands: readonly Expression[]): Expression {
    const key = `${operation}(${operands.map((operand) => operand.id).join()})`;
    return this.#intern(key, (id) => ({
      kind: 'call',
      id,
      operation,
      operands,
    }));
  }

  #intern(key: string, make: (id: number) => Expression): Expression {
    const known = this.#nodes.get(key);
    if (known) return known;
    const node = make(this.#nodes.size);
    this.#nodes.set(key, node);
    return node;
  }

  #simplify(operation: Operation, operands: readonly Expression[]): Expression | null {
    const [a, b, c] = operands;
    if (operation === 'negate') return a && isCall(a, 'negate') ? (a.operands[0] ?? null) : null;
    if (!(a && b)) return null;
    if (operation === 'add') return this.#sum(a, b);
    if (operation === 'subtract') return this.#difference(a, b);
    if (operation === 'multiply') return this.#product(a, b);
    if (operation === 'divide') return isNumber(b, 1) || isNumber(a, 0) ? a : null;
    if (operation === 'pow') return this.#power(a, b);
    if (operation === 'choose') return b === c ? b : null;
    return null;
  }

  #sum(a: Expression, b: Expression): Expression | null {
    if (isNumber(a, 0)) return b;
    if (isNumber(b, 0)) return a;
    if (isCall(b, 'negate')) return this.call('subtract', a, ...b.operands);
    return null;
  }

  #difference(a: Expression, b: Expression): Expression | null {
    if (isNumber(b, 0)) return a;
    if (isNumber(a, 0)) return this.call('negate', b);
    if (isCall(b, 'negate')) return this.call('add', a, ...b.operands);
    return null;
  }

  #product(a: Expression, b: Expression): Expression | null {
    if (isNumber(a, 0) || isNumber(b, 1)) return a;
    if (isNumber(b, 0) || isNumber(a, 1)) return b;
    if (isNumber(a, -1)) return this.call('negate', b);
    if (isNumber(b, -1)) return this.call('negate', a);
    return null;
  }

  /** Small whole powers become products: faster, and exact in sign. */
  #power(a: Expression, b: Expression): Expression | null {
    if (isNumber(b, 0)) return this.number(1);
    if (isNumber(b, 1)) return a;
    if (isNumber(b, 2)) return this.call('multiply', a, a);
    if (isNumber(b, 3)) return this.call('multiply', a, this.call('multiply', a, a));
    if (isNumber(b, -1)) return this.call('divide', this.number(1), a);
    if (isNumber(b, -2)) return this.call('divide', this.number(1), this.call('multiply', a, a));
    if (isNumber(b, 0.5)) return this.call('sqrt', a);
    return null;
  }
}

function isNumber(node: Expression, value: number): boolean {
  return node.kind === 'number' && node.value === value;
}

function isCall(node: Expression, operation: Operation): node is Extract<Expression, { kind: 'call' }> {
  return node.kind === 'call' && node.operation === operation;
}
