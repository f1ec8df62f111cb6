import { arity, type Expression, type Operation } from './expression.ts';
import { ExpressionPool } from './expression-pool.ts';

export type FormulaRefusal =
  | 'too-long'
  | 'too-many-nodes'
  | 'not-a-formula'
  | 'not-allowed'
  | 'unknown-function'
  | 'bad-name'
  | 'no-parameters'
  | 'unknown-name';

/** Why a text is not taken as a formula. Never leaves this folder: it is returned as a value. */
export class Refusal extends Error {
  readonly reason: FormulaRefusal;
  constructor(reason: FormulaRefusal, detail: string) {
    super(detail);
    this.reason = reason;
  }
}

/** The nodes of a mathjs tree that are allowed, as far as they are read. */
export type ParsedNode =
  | { readonly type: 'ParenthesisNode'; readonly content: ParsedNode }
  | { readonly type: 'ConstantNode'; readonly value: unknown }
  | { readonly type: 'SymbolNode'; readonly name: string }
  | {
      readonly type: 'OperatorNode';
      readonly fn: string;
      readonly op: string;
      readonly args: readonly ParsedNode[];
    }
  | {
      readonly type: 'RelationalNode';
      readonly conditionals: readonly string[];
      readonly params: readonly ParsedNode[];
    }
  | {
      readonly type: 'ConditionalNode';
      readonly condition: ParsedNode;
      readonly trueExpr: ParsedNode;
      readonly falseExpr: ParsedNode;
    }
  | {
      readonly type: 'FunctionNode';
      readonly fn: ParsedNode;
      readonly args: readonly ParsedNode[];
    };

const mostNodes = 100;
const namePattern = /^[A-Za-z][A-Za-z0-9_]*$/;

const constants: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['PI', Math.PI],
  ['e', Math.E],
]);

/** Operators by mathjs' names. */
const operators: ReadonlyMap<string, Operation> = new Map([
  ['add', 'add'],
  ['subtract', 'subtract'],
  ['multiply', 'multiply'],
  ['divide', 'divide'],
  ['pow', 'pow'],
  ['unaryMinus', 'negate'],
]);

/** Comparisons by mathjs' names; `swapped` ones exchange their sides. */
const comparisons: ReadonlyMap<string, { readonly operation: Operation; readonly swapped: boolean }> = new Map([
  ['smaller', { operation: 'less', swapped: false }],
  ['smallerEq', { operation: 'lessOrEqual', swapped: false }],
  ['larger', { operation: 'less', swapped: true }],
  ['largerEq', { operation: 'lessOrEqual', swapped: true }],
]);

const functionNames = [
  ...(['pow', 'min', 'max', 'exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'sqrt', 'cbrt', 'abs'] as const),
  ...(['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh'] as const),
];
const functions: ReadonlyMap<string, Operation> = new Map(functionNames.map((name) => [name, name]));

/** Refuses names that are not plain words, those of functions, and those every object already has. */
export function requireName(name: string): void {
  if (functions.has(name)) throw new Refusal('bad-name', `"${name}" is a function: write ${name}(…)`);
  if (namePattern.test(name) && !(name in Object.prototype)) return;
  throw new Refusal('bad-name', `"${name}" cannot be a name: use a letter, then letters, digits and _`);
}

/** Rebuilds a parsed tree from allowed nodes only: whatever is not named here is refused. */
export class Translator {
  readonly pool = new ExpressionPool();
  #nodes = 0;

  translate(node: ParsedNode): Expression {
    this.#nodes += 1;
    if (this.#nodes > mostNodes) throw new Refusal('too-many-nodes', `a formula has at most ${mostNodes} parts`);
    switch (node.type) {
      case 'ParenthesisNode':
        return this.translate(node.content);
      case 'ConstantNode':
        return this.#constant(node.value);
      case 'SymbolNode':
        return this.#symbol(node.name);
      case 'OperatorNode':
        return this.#operator(node.fn, node.op, node.args);
      case 'RelationalNode':
        return this.#relation(node.conditionals, node.params);
      case 'ConditionalNode':
        return this.#all('choose', [node.condition, node.trueExpr, node.falseExpr]);
      case 'FunctionNode':
        return this.#function(node.fn, node.args);
      default:
        return refuseNode(node);
    }
  }

  #all(operation: Operation, nodes: readonly ParsedNode[]): Expression {
    return this.pool.call(operation, ...nodes.map((node) => this.translate(node)));
  }

  #constant(value: unknown): Expression {
    if (typeof value === 'number' && Number.isFinite(value)) return this.pool.number(value);
    throw new Refusal('not-allowed', `"${String(value).slice(0, 20)}" is not a finite number`);
  }

  #symbol(name: string): Expression {
    const value = constants.get(name);
    if (value !== undefined) return this.pool.number(value);
    requireName(name);
    return this.pool.symbol(name);
  }

  #operator(name: string, sign: string, nodes: readonly ParsedNode[]): Expression {
    const [left, right] = nodes;
    if (name === 'unaryPlus' && left) return this.translate(left);
    const operation = operators.get(name);
    if (operation) return this.#all(operation, nodes);
    if (left && right && comparisons.has(name)) return this.#compare(name, left, right);
    throw new Refusal('not-allowed', `the operator ${sign} is not allowed in a formula`);
  }

  #compare(name: string, left: ParsedNode, right: ParsedNode): Expression {
    const comparison = comparisons.get(name);
    if (!comparison) throw new Refusal('not-allowed', `the comparison ${name} is not allowed in a formula`);
    return this.#all(comparison.operation, comparison.swapped ? [right, left] : [left, right]);
  }

  /** a < b < c is a < b and b < c. */
  #relation(names: readonly string[], nodes: readonly ParsedNode[]): Expression {
    let all = this.pool.number(1);
    for (const [i, name] of names.entries()) {
      const left = nodes[i];
      const right = nodes[i + 1];
      if (left && right) all = this.pool.call('and', all, this.#compare(name, left, right));
    }
    return all;
  }

  #function(head: ParsedNode, nodes: readonly ParsedNode[]): Expression {
    const name = head.type === 'SymbolNode' ? head.name : '';
    const operation = functions.get(name);
    if (!operation) throw new Refusal('unknown-function', `"${name}" is not a known function`);
    if (nodes.length !== arity[operation]) {
      throw new Refusal('unknown-function', `${name} takes ${arity[operation]} arguments, got ${nodes.length}`);
    }
    return this.#all(operation, nodes);
  }
}

function refuseNode(node: never): never {
  const { type }: { type?: unknown } = Object(node);
  throw new Refusal('not-allowed', `a formula may not contain a ${String(type)}`);
}
