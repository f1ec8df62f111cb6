import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileFormula } from './compile.ts';
import { type Formula, type FormulaParse, parseFormula } from './parse-formula.ts';

async function parsed(text: string, variables: readonly string[] = ['t']): Promise<Formula> {
  const result = await parseFormula(text, variables);
  if (result.kind === 'refused') throw new Error(result.detail);
  return result.formula;
}

async function refusal(text: string): Promise<string> {
  const result: FormulaParse = await parseFormula(text, ['t']);
  return result.kind === 'refused' ? result.reason : 'accepted';
}

function evaluate(formula: Formula, parameters: readonly number[], t: readonly number[]): number[] {
  const values = new Float64Array(t.length);
  compileFormula(formula, new Map([['t', Float64Array.from(t)]])).evaluate(Float64Array.from(parameters), values);
  return [...values];
}

function jacobianOf(formula: Formula, parameters: readonly number[], t: readonly number[]): number[] {
  const jacobian = new Float64Array(parameters.length * t.length);
  const compiled = compileFormula(formula, new Map([['t', Float64Array.from(t)]]));
  compiled.differentiate(Float64Array.from(parameters), new Float64Array(t.length), jacobian);
  return [...jacobian];
}

describe('parseFormula', () => {
  test('finds parameters and the ones it is linear in', async () => {
    const formula = await parsed('a / (1 + exp(-k*(t - t0)))');
    expect(formula.parameters).toEqual(['a', 'k', 't0']);
    expect(formula.linear).toEqual([0]);
  });

  test.each([
    ['a*t^2 + b*t + c', [0, 1, 2]],
    ['a*b*t', [0]],
    ['exp(a*t)', []],
    ['a > 3 ? t : 2*t', []],
    ['t > 3 ? a*t : b', [0, 1]],
    ['abs(a)*t + b', [1]],
  ])('%s is linear in the parameters at %j', async (text, positions) => {
    expect((await parsed(text)).linear.length).toBe(positions.length);
    expect((await parsed(text)).linear).toEqual(positions);
  });

  test.each([
    ['-t^2*a', -9],
    ['2^3^t*a / 2^27 + 0*t', 1],
    ['a*2t', 6],
    ['a*5%*t', 0.15],
    ['a*(2 < t < 4 ? 1 : 7)', 1],
    ['a*(t >= 3.5 ? 1 : 7)', 7],
    ['a*max(t, 5) + min(t, 2)', 7],
    ['a*pi/pi + log(e) - 1', 1],
    ['+a*sqrt(t^2)', 3],
  ])('%s is read as in arithmetic', async (text, expected) => {
    expect(evaluate(await parsed(text), [1], [3])[0]).toBeCloseTo(expected, 12);
  });

  test.each([
    'a*exp(-k*t)',
    'a*t^k',
    'log1p(a*t^2)/expm1(k*t)',
    'atan(a/(t + k)) + asin(a/10) - acos(k/10)*tan(a*t/10)',
    'sinh(a/3)*cosh(k*t/9)*tanh(a*k/t)',
    'log2(a + t)*log10(k + t)*cbrt(a*k*t)',
    'max(a*t, k)*min(a, k*t) + abs(k - a)',
    't > 2 ? sqrt(a*t) : a*k*sin(k*t)*cos(a)',
    '(a + t)^(-1/k)',
    'a*t^3/(1 + k*t^-1)',
  ])('the derivatives of %s agree with differences', async (text) => {
    const formula = await parsed(text);
    const order = formula.parameters.map((name): number => (name === 'a' ? 1.7 : 0.9));
    const t = [0.5, 1.5, 3.5];
    const jacobian = jacobianOf(formula, order, t);
    for (const [j, at] of order.entries()) {
      const step = 1e-6;
      const above = evaluate(formula, order.with(j, at + step), t);
      const below = evaluate(formula, order.with(j, at - step), t);
      for (const i of t.keys()) {
        const difference = ((above[i] ?? 0) - (below[i] ?? 0)) / (2 * step);
        expect(Math.abs((jacobian[j * t.length + i] ?? 0) - difference)).toBeLessThan(
          1e-7 * (1 + Math.abs(difference)),
        );
      }
    }
  });

  test('zero to a power has a derivative', async () => {
    expect(jacobianOf(await parsed('a*t^b'), [2, 1.5], [0])).toEqual([0, 0]);
  });

  test.each([
    ['import("fs")', 'unknown-function'],
    ['a*evaluate("1")', 'unknown-function'],
    ['a + sum(1:2e7)', 'unknown-function'],
    ['a*(1:2e7)', 'not-allowed'],
    ['cos.constructor("return 1")()', 'not-a-formula'],
    ['a.constructor', 'not-allowed'],
    ['a["constructor"]', 'not-allowed'],
    ['[a, t]', 'not-allowed'],
    ['{a: t}', 'not-allowed'],
    ['a = 3', 'not-allowed'],
    ['f(x) = a', 'not-allowed'],
    ['a; t', 'not-allowed'],
    ['"a"', 'not-allowed'],
    ['a!', 'not-allowed'],
    ["a'", 'not-allowed'],
    ['a == t', 'not-allowed'],
    ['a and t', 'not-allowed'],
    ['a to cm', 'not-allowed'],
    ['a mod 2', 'not-allowed'],
    ['true', 'not-allowed'],
    ['a*1e999', 'not-allowed'],
    ['a*Infinity', 'not-allowed'],
    ['constructor', 'bad-name'],
    ['__proto__*a', 'bad-name'],
    ['toString + a', 'bad-name'],
    ['hasOwnProperty', 'bad-name'],
    ['_a', 'bad-name'],
    ['ä*t', 'bad-name'],
    ['exp(a, t)', 'unknown-function'],
    ['log(a, 10)', 'unknown-function'],
    ['exp', 'bad-name'],
    ['', 'not-a-formula'],
    ['a +', 'not-a-formula'],
    [')(', 'not-a-formula'],
    ['a\0b', 'not-a-formula'],
    ['2*t', 'no-parameters'],
    [`a${'+a'.repeat(300)}`, 'too-long'],
    [`a${'+a'.repeat(60)}`, 'too-many-nodes'],
    [`${'('.repeat(240)}a${')'.repeat(240)}`, 'too-many-nodes'],
    [`${'-'.repeat(200)}a`, 'too-many-nodes'],
  ])('answers %s with %s', async (text, expected) => {
    expect(await refusal(text)).toBe(expected);
  });

  test('huge exponents neither hang nor throw', async () => {
    const formula = await parsed('a*9^9^9^9^9 + b^999999999');
    expect(evaluate(formula, [1, 1], [1])).toEqual([Number.POSITIVE_INFINITY]);
  });

  test('answers any text with a value', async () => {
    const text = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc
        .array(fc.constantFrom('a', 't', '(', ')', '+', '*', '^', '-', '1e9', 'exp', '<', '?', ':', ',', '[', '"'), {
          maxLength: 30,
        })
        .map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const result = await parseFormula(value, ['t']);
        return result.kind === 'formula' || result.detail.length > 0;
      }),
      { numRuns: 300 },
    );
  });
});
