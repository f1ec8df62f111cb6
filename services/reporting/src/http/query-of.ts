import { z } from 'zod';

/**
 * The parameters an address takes. Any other is refused by its name, with those there are: what is misspelt would
 * otherwise show the present where an earlier day was asked for.
 */
export function queryOf<Shape extends z.ZodRawShape>(shape: Shape) {
  const names = Object.keys(shape);
  const taken = names.length === 0 ? 'this address takes none' : `this address takes ${names.join(', ')}`;
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `unknown parameter ${issue.keys.join(', ')}; ${taken}` : undefined,
  });
}
