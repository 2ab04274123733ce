import { realpath } from 'node:fs/promises'

/** Whether two paths lead to one folder, through links or not. */
export async function isSameFolder(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([a, b].map((path) => realpath(path).catch(() => path)))
  return first === second
}
