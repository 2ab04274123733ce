/**
 * Closes a `switch` over a tagged union: the compiler refuses the call while a case is missing.
 * @throws TypeError when data that escaped the type checker arrives here.
 */
export function assertNever(value: never): never {
  throw new TypeError(`Unexpected value: ${JSON.stringify(value)}`)
}
