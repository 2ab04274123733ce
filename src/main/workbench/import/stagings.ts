import type { CallFailure } from '../../../contract/failure.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import { failure } from '../failures.ts'
import { Staging } from './staging.ts'

/** Imports kept at a time; a window that went away leaves its own behind, with all its bytes. */
const KEPT = 4

/** The imports that are being prepared for one project, by id. */
export class Stagings {
  readonly #byId = new Map<string, Staging>()
  readonly #written = new Map<string, Staging>()

  begin(store: ProjectStore): Staging {
    const staging = new Staging(store)
    this.keep(staging)
    const [oldest] = this.#byId.keys()
    if (this.#byId.size > KEPT && oldest !== undefined) this.#byId.delete(oldest)
    return staging
  }

  find(id: string): Result<Staging, CallFailure> {
    const staging = this.#byId.get(id)
    return staging === undefined
      ? failure('not-found', 'This import is not there any more: choose the files again')
      : ok(staging)
  }

  /** Puts an import back that could not be written, so that it can be tried again. */
  keep(staging: Staging): void {
    this.#byId.set(staging.id, staging)
  }

  /** An import that is being written; it can be cancelled, and not be found. */
  write(staging: Staging): void {
    this.#byId.delete(staging.id)
    this.#written.set(staging.id, staging)
  }

  /** An import is not written any more. */
  end(staging: Staging): void {
    this.#written.delete(staging.id)
  }

  /** Ends an import wherever it stands. */
  cancel(id: string): void {
    const staging = this.#byId.get(id) ?? this.#written.get(id)
    staging?.stop()
    this.#byId.delete(id)
  }
}
