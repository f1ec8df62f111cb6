/**
 * A count with its noun as English has it: `1 day`, `2 days`, `0 entries`.
 *
 * @param many  where it is not `one` and an s
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
