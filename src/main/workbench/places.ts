import { isAbsolute, resolve } from 'node:path'
import type { CallResult } from '../../contract/failure.ts'
import { projectPath } from '../../core/project/project-path.ts'
import { ok } from '../../core/result.ts'
import { failure } from './failures.ts'
import type { CallContext } from './handler.ts'
import type { Workbench } from './workbench.ts'

/*
 * Which folders a window may name. Where the system has a dialog for choosing one, a path that comes
 * from a window is a handle and no more: it is looked up among those that the program has given out,
 * and what was found is used. Where there is no such dialog, a person types the path.
 */

/** @returns The folder of the project that a window wants to open. */
export function placeToOpen(context: CallContext, named: string): CallResult<string> {
  return findPlace(context, named, givenPlaces(context.workbench))
}

/** @returns The folder for a new project, which may also be the one that follows from its name. */
export function placeForNew(context: CallContext, named: string, name: string): CallResult<string> {
  const { workbench } = context
  const proposed = projectPath(workbench.projectsFolder, name)
  return findPlace(context, named, [proposed, ...givenPlaces(workbench)])
}

/** @returns A path as a person wrote it; one that depends on where the program runs is refused. */
export function typedPlace(typed: string): CallResult<string> {
  return isAbsolute(typed) ? ok(resolve(typed)) : failure('refused', `${typed} is not a full path`)
}

function findPlace(
  { host }: CallContext,
  named: string,
  given: readonly string[],
): CallResult<string> {
  if (!host.view().nativeDialogs) return typedPlace(named)
  const place = given.find((path) => path === named)
  return place === undefined ? failure('refused', 'Choose the folder in its dialog') : ok(place)
}

function givenPlaces({ chosen, current, settings }: Workbench): readonly string[] {
  const recent = settings.current.recent.map(({ path }) => path)
  return [...chosen, ...recent, ...(current === null ? [] : [current.store.folder])]
}
