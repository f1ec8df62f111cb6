import { z } from 'zod';

/** The id of a target, an indicator or a projection as it stands in an address. */
export const identifier = z
  .string()
  .regex(/^[\w.~-]{1,100}$/, 'must be 1 to 100 letters, digits, _ . ~ or -')
  .meta({ examples: ['T01'] });
