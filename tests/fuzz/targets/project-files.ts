import { createOffsetMap } from '../../../src/core/text/offsets.ts'
import { isDamaged, readKind, type FileKind } from '../../../src/main/store/file-kind.ts'
import { parseJson } from '../../../src/main/store/json-syntax.ts'
import {
  articleKind,
  PROJECT_KIND,
  setKind,
  type SetGround,
} from '../../../src/main/store/project-kinds.ts'
import { newerFormatOf, readNewer } from '../../../src/main/store/newer/read-newer.ts'
import { stableJson } from '../../../src/main/store/stable-json.ts'
import type { Random } from '../../bench/reader/documents/random.ts'
import { LABELS } from '../../support/arbitraries.ts'
import { project, samples, type Sample } from '../inputs/corpus.ts'
import { mutatedText, mutatedValue } from '../inputs/mutate.ts'
import { giantString } from '../inputs/strings.ts'
import { hostileJson, nested, textOf } from '../inputs/values.ts'
import { ensure, refusedWith, type Target, type Trial, type Verdict } from '../target.ts'

/** One file as it was written, and how a text in its place is read. */
interface ProjectFile {
  readonly text: string
  read(text: string): Verdict
}

const FILES: readonly ProjectFile[] = [
  fileOf(PROJECT_KIND, project),
  ...samples.map(({ article }) => fileOf(articleKind(article.id), article)),
  ...samples.map((sample) => fileOf(setKind(groundOf(sample), 'ann'), sample.document)),
]

/** The three kinds of files of a project, from their text on. */
export class ProjectFilesTarget implements Target {
  readonly name = 'project files'

  draw(random: Random, index: number): Trial {
    const file = random.next() < 0.2 ? FILES[0] : random.pick(FILES)
    ensure(file !== undefined, 'There is a project file')
    const text = giants[index]?.(random) ?? textFor(random, file)
    return { input: text, run: () => file.read(text) }
  }
}

const giants: readonly ((random: Random) => string)[] = [
  (random) => JSON.stringify({ format: giantString(random) }),
  () => `{"format":${'['.repeat(500_000)}${']'.repeat(500_000)}}`,
  (random) => textOf({ format: 'rubricator-project/3', name: nested(random, 2_000) }),
]

function textFor(random: Random, { text }: ProjectFile): string {
  const kind = random.next()
  if (kind < 0.1) return text
  if (kind < 0.2) return hostileJson(random)
  if (kind < 0.5) return mutatedText(random, text)
  const mutated = mutatedValue(random, JSON.parse(text))
  return textOf(kind < 0.6 ? ofAnotherVersion(random, mutated) : mutated)
}

/** The same as it might stand in a file of a program before or after this one. */
function ofAnotherVersion(random: Random, json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !('format' in json)) return json
  const [name] = typeof json.format === 'string' ? json.format.split('/') : []
  return { ...json, format: `${name}/${random.between(1, 4)}` }
}

function fileOf<T>(kind: FileKind<T>, data: T): ProjectFile {
  return {
    text: stableJson(kind.encode(data), kind.rows),
    read(text) {
      const json = parseJson(text)
      if (!json.ok) return refusedWith(json.error)
      // Read to be shown, whatever a program to come has written.
      if (newerFormatOf(kind, json.value) !== null) readNewer(kind, json.value as object)
      const found = readKind(kind, json.value)
      if (!found.ok) {
        isDamaged(kind, json.value)
        return refusedWith(found.error)
      }
      const again = readKind(kind, kind.encode(found.value))
      ensure(again.ok, 'A file that was read cannot be written again')
      return 'accepted'
    },
  }
}

function groundOf({ article: { id, text, text_sha256 } }: Sample): SetGround {
  const offsets = createOffsetMap(text)
  return { article: id, text, offsets, sha256: text_sha256, labels: () => LABELS }
}
