/**
 * Maps with a bounded number of tasks at a time, so that ten thousand files do not open at once.
 * The first error ends it: no further task begins, those that run are waited for, then it rejects.
 * @returns The results in the order of the items.
 */
export async function mapLimited<T, R>(
  items: readonly T[],
  limit: number,
  task: (item: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = []
  const errors: unknown[] = []
  const queue = items.entries()
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) {
      if (errors.length > 0) return
      try {
        results[index] = await task(item, index)
      } catch (error) {
        errors.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: limit }, work))
  if (errors.length > 0) throw errors[0]
  return results
}
