import path from 'node:path'

/** The folders of the bench; the runner itself is bundled and lies somewhere else. */
export interface Places {
  /** The top of the repository. */
  readonly root: string
  /** The folder of the bench. */
  readonly bench: string
}

/** Everything that is built lies among the installed packages, where no other tool looks. */
export function builtFolder({ bench }: Places, ...segments: readonly string[]): string {
  return path.join(bench, 'node_modules', '.cache', ...segments)
}
