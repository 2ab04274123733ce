import type { Job } from '../../crew/job.ts'
import { applyChange, settleFile, takeBackChange, type WrittenFile } from './apply-changes.ts'
import { ChangeReader, placesIn, readPart, type ChangePlace } from './part-file.ts'

interface PartInput {
  /** The project's. */
  readonly folder: string
  /** Path of the part. */
  readonly part: string
}

/** Tells what is in a part of a transaction. */
export const listJob: Job<Pick<PartInput, 'part'>, readonly ChangePlace[]> = {
  name: 'list changes',
  run: async ({ part }) => placesIn(part),
}

/** A change, and the path of the part that it stands in. */
export type PlacedChange = ChangePlace & Pick<PartInput, 'part'>

/** Does some of what a transaction says. */
export const applyJob: Job<
  Pick<PartInput, 'folder'> & { readonly changes: readonly PlacedChange[] },
  readonly WrittenFile[]
> = {
  name: 'apply',
  run: async ({ folder, changes }) => {
    const reader = new ChangeReader()
    try {
      return changes.map((change) => applyChange(folder, reader.read(change.part, change)))
    } finally {
      reader.close()
    }
  },
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
