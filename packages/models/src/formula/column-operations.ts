import type { Operation } from './expression.ts';
import { scalarOperations } from './scalar-operations.ts';

/** A place values are kept: one a row, or a single one for all rows. */
export interface Column {
  readonly values: Float64Array; // rows, or 1
  /** 1 where there is a value a row, 0 where one stands for all. */
  readonly stride: 0 | 1;
}

type Fill = (out: Float64Array, a: Column, b: Column) => void;

/** The operations most steps are made of get loops of their own: no call through the table a row. */
const fills: ReadonlyMap<Operation, Fill> = new Map<Operation, Fill>([
  [
    'add',
    (out, a, b) => {
      const [x, y] = [a.values, b.values];
      for (let i = 0; i < out.length; i++) out[i] = x[i * a.stride] + y[i * b.stride];
    },
  ],
  [
    'subtract',
    (out, a, b) => {
      const [x, y] = [a.values, b.values];
      for (let i = 0; i < out.length; i++) out[i] = x[i * a.stride] - y[i * b.stride];
    },
  ],
  [
    'multiply',
    (out, a, b) => {
      const [x, y] = [a.values, b.values];
      for (let i = 0; i < out.length; i++) out[i] = x[i * a.stride] * y[i * b.stride];
    },
  ],
  [
    'divide',
    (out, a, b) => {
      const [x, y] = [a.values, b.values];
      for (let i = 0; i < out.length; i++) out[i] = x[i * a.stride] / y[i * b.stride];
    },
  ],
  [
    'exp',
    (out, a) => {
      const x = a.values;
      for (let i = 0; i < out.length; i++) out[i] = Math.exp(x[i * a.stride]);
    },
  ],
  [
    'negate',
    (out, a) => {
      const x = a.values;
      for (let i = 0; i < out.length; i++) out[i] = -x[i * a.stride];
    },
  ],
]);

/** A closure that fills `out` from its operands' present values. */
export function columnStep(operation: Operation, out: Float64Array, operands: readonly Column[]): () => void {
  const none: Column = { values: new Float64Array(1), stride: 0 };
  const [a = none, b = none, c = none] = operands;
  const fill = fills.get(operation);
  if (fill) return () => fill(out, a, b);
  const apply = scalarOperations[operation];
  const [x, y, z] = [a.values, b.values, c.values];
  return () => {
    for (let i = 0; i < out.length; i++) out[i] = apply(x[i * a.stride], y[i * b.stride], z[i * c.stride]);
  };
}
