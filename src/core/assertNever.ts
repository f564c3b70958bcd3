/** Closes an exhaustive `switch`: does not compile while a case is missing, throws a TypeError when data lied. */
export function assertNever(value: never): never {
  throw new TypeError(`Unexpected value: ${JSON.stringify(value)}`);
}
