import { describeNewer } from '../../../core/project/newer-project.ts'

/** A write to a project that holds files of a newer program: what those say would be lost by it. */
export class NewerProjectError extends Error {
  override readonly name = 'NewerProjectError'
}

/**
 * What a newer program has made of one open project. As soon as one such file was met nothing of the
 * project is written any more: a file that was read by half must not be written whole.
 */
export class NewerFiles {
  #format: string | null = null

  /** The format of the first file that was met: "rubricator-project/3"; null when there is none. */
  get format(): string | null {
    return this.#format
  }

  tell(format: string): void {
    this.#format ??= format
  }

  /** @throws NewerProjectError when there is a file of a newer program. */
  refuseWrites(): void {
    if (this.#format !== null) throw new NewerProjectError(describeNewer(this.#format))
  }
}
