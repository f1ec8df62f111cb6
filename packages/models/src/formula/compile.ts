import { type Column, columnStep } from './column-operations.ts';
import { type Expression, nodesOf } from './expression.ts';

/** A formula bound to data columns: evaluates all rows at once, each shared part once. */
export interface CompiledFormula {
  readonly rows: number;
  /** Writes the formula's values. */
  evaluate(parameters: Float64Array, values: Float64Array): void;
  /** Writes the formula's values and derivatives, one row a parameter. */
  differentiate(parameters: Float64Array, values: Float64Array, jacobian: Float64Array): void; // jacobian p × rows
}

export interface FormulaParts {
  readonly value: Expression;
  readonly derivatives: readonly Expression[]; // p
  readonly parameters: readonly string[]; // p
}

/** What a node's value depends on decides how often it is computed: once, once a call, or once a call and row. */
type Dependence = { readonly onRows: boolean; readonly onParameters: boolean };

class Compiler {
  readonly places = new Map<Expression, Column & Dependence>();
  readonly steps: (() => void)[] = [];
  readonly current: Float64Array; // p, the parameters of the call being evaluated
  readonly #rows: number;
  readonly #data: ReadonlyMap<string, Float64Array>;
  readonly #parameters: readonly string[];

  constructor(parameters: readonly string[], data: ReadonlyMap<string, Float64Array>, rows: number) {
    this.current = new Float64Array(parameters.length);
    this.#parameters = parameters;
    this.#data = data;
    this.#rows = rows;
  }

  place(node: Expression): void {
    if (this.places.has(node)) return;
    if (node.kind === 'number') {
      this.places.set(node, {
        values: Float64Array.of(node.value),
        stride: 0,
        onRows: false,
        onParameters: false,
      });
    } else if (node.kind === 'symbol') this.places.set(node, this.#symbol(node.name));
    else this.#call(node);
  }

  #symbol(name: string): Column & Dependence {
    const values = this.#data.get(name);
    if (values) return { values, stride: 1, onRows: true, onParameters: false };
    const position = this.#parameters.indexOf(name);
    if (position < 0) throw new RangeError(`compileFormula requires data for "${name}", got none`);
    const place = this.current.subarray(position, position + 1);
    return { values: place, stride: 0, onRows: false, onParameters: true };
  }

  #call(node: Extract<Expression, { kind: 'call' }>): void {
    const operands = node.operands.flatMap((operand) => this.places.get(operand) ?? []);
    const onRows = operands.some((operand) => operand.onRows);
    const onParameters = operands.some((operand) => operand.onParameters);
    const values = new Float64Array(onRows ? this.#rows : 1);
    this.places.set(node, {
      values,
      stride: onRows ? 1 : 0,
      onRows,
      onParameters,
    });
    const step = columnStep(node.operation, values, operands);
    if (onParameters) this.steps.push(step);
    else step();
  }
}

function copyColumn(column: Column | undefined, out: Float64Array, start: number, rows: number): void {
  if (!column) return;
  if (column.stride === 1) out.set(column.values, start);
  else out.fill(column.values[0], start, start + rows);
}

/**
 * Compiles a formula and its derivatives into one list of steps over whole columns. No text is ever run as code.
 *
 * @param data  a column for every name that is not a parameter, all of one length
 * @throws RangeError when a column is missing or lengths differ
 */
export function compileFormula(parts: FormulaParts, data: ReadonlyMap<string, Float64Array>): CompiledFormula {
  const { value, derivatives, parameters } = parts;
  const rows = rowsOf(data);
  const compiler = new Compiler(parameters, data, rows);
  for (const node of nodesOf([value])) compiler.place(node);
  const valueSteps = [...compiler.steps];
  for (const node of nodesOf(derivatives)) compiler.place(node);
  const { steps, current, places } = compiler;
  const valuePlace = places.get(value);
  const derivativePlaces = derivatives.map((derivative) => places.get(derivative));
  return {
    rows,
    evaluate(at, values) {
      current.set(at);
      for (const step of valueSteps) step();
      copyColumn(valuePlace, values, 0, rows);
    },
    differentiate(at, values, jacobian) {
      current.set(at);
      for (const step of steps) step();
      copyColumn(valuePlace, values, 0, rows);
      for (let j = 0; j < derivativePlaces.length; j++) copyColumn(derivativePlaces[j], jacobian, j * rows, rows);
    },
  };
}

function rowsOf(data: ReadonlyMap<string, Float64Array>): number {
  const lengths = new Set(Array.from(data.values(), (column) => column.length));
  const [rows = 0] = lengths;
  if (lengths.size !== 1) throw new RangeError(`compileFormula requires columns of one length, got ${[...lengths]}`);
  return rows;
}
