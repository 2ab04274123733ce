/*
 * A disk that is slow, as one in a network or under a virus scanner is: a file takes its place later.
 */

/**
 * Makes the disk slow for the Node that this runs in. Its text is sent there: it uses nothing from
 * outside of itself.
 * @param delay - In milliseconds.
 */
export function slowDownDisk(_electron: unknown, delay: number): void {
  const { promises } = process.getBuiltinModule('node:fs')
  const { rename } = promises
  promises.rename = async (from, to) => {
    await new Promise((resolve) => {
      setTimeout(resolve, delay)
    })
    return rename(from, to)
  }
  process.getBuiltinModule('node:module').syncBuiltinESMExports()
}

/** Variables of the environment that make the disk slow for a Node that is about to be started. */
export function slowDiskEnvironment(delay: number | undefined): Record<string, string> {
  if (delay === undefined) return {}
  const script = encodeURIComponent(`(${slowDownDisk.toString()})(null, ${delay})`)
  return {
    NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import=data:text/javascript,${script}`,
  }
}
