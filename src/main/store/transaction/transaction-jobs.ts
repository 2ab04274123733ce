import type { Job } from '../../crew/job.ts'
import { applyChange, settleFile, takeBackChange, type WrittenFile } from './apply-changes.ts'
import { readPart } from './part-file.ts'

interface PartInput {
  /** The project's. */
  readonly folder: string
  /** Path of the part. */
  readonly part: string
}

/** Does what a part of a transaction says. */
export const applyJob: Job<PartInput, readonly WrittenFile[]> = {
  name: 'apply',
  run: async ({ folder, part }) =>
    Array.from(readPart(part), (change) => applyChange(folder, change)),
}

/** Makes durable what a part has said. @returns The files. */
export const settleJob: Job<PartInput, readonly string[]> = {
  name: 'settle',
  run: async ({ folder, part }) =>
    Array.from(readPart(part), ({ path }) => {
      settleFile(folder, path)
      return path
    }),
}

/** Takes back what a part has said, as far as it was done. */
export const takeBackJob: Job<PartInput, null> = {
  name: 'take back',
  run: async ({ folder, part }) => {
    for (const change of readPart(part)) takeBackChange(folder, change)
    return null
  },
}
