import { writeFileDurably } from '../../store/durable-write.ts'
import type { Delivery } from '../host.ts'

/**
 * Writes an export to a file: under a temporary name first, so that a failure never leaves half a
 * file or harms an older one.
 * @throws StorageError when the disk did not take it.
 */
export async function writeDelivery(path: string, delivery: Delivery): Promise<void> {
  await writeFileDurably(path, delivery.parts())
}
