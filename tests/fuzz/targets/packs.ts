import * as v from 'valibot'
import { PackPreviewSchema, type PackChoices } from '../../../src/contract/pack-models.ts'
import { packDelivery } from '../../../src/main/workbench/pack/make-pack.ts'
import { previewPack } from '../../../src/main/workbench/pack/take-pack.ts'
import type { Random } from '../../bench/reader/documents/random.ts'
import { NOW, valueOf } from '../../support/builders.ts'
import { mutatedText, mutatedValue } from '../inputs/mutate.ts'
import { textOf } from '../inputs/values.ts'
import { refusedWith, type Target, type Trial, type Verdict } from '../target.ts'
import type { World } from '../world.ts'

/** Review packs up to what they would do. */
export class PacksTarget implements Target {
  readonly name = 'review packs'
  readonly #world: World
  readonly #lines: readonly string[]

  private constructor(world: World, lines: readonly string[]) {
    this.#world = world
    this.#lines = lines
  }

  /** Begins with a pack of the world's own project. */
  static async make(world: World): Promise<PacksTarget> {
    const by = { id: 'ann', name: 'Ann' }
    const options = { articles: null, annotators: null, texts: true, by, at: NOW }
    const parts: Uint8Array[] = []
    for await (const part of valueOf(packDelivery(world.store, options)).parts()) {
      parts.push(Buffer.from(part))
    }
    const lines = Buffer.concat(parts).toString('utf8').trimEnd().split('\n')
    return new PacksTarget(world, lines)
  }

  draw(random: Random): Trial {
    const content = this.#contentOf(random)
    const choices = choicesOf(random)
    return { input: { content, choices }, run: () => this.#look(content, choices) }
  }

  settle(): Promise<void> {
    return this.#world.check()
  }

  async #look(content: string, choices: PackChoices): Promise<Verdict> {
    const source = { bytes: new TextEncoder().encode(content) }
    const preview = await previewPack(this.#world.store, source, choices, { by: 'ann', at: NOW })
    if (!preview.ok) return refusedWith(preview.error.message)
    v.parse(PackPreviewSchema, preview.value)
    return 'accepted'
  }

  #contentOf(random: Random): string {
    const lines = [...this.#lines]
    const times = random.pick([0, 1, 1, 1, 2])
    for (let time = 0; time < times; time++) {
      const at = random.between(0, lines.length - 1)
      const line = lines[at] ?? ''
      const kind = random.next()
      if (kind < 0.15) lines.splice(at, 1)
      else if (kind < 0.3) lines.splice(random.between(0, lines.length), 0, line)
      else if (kind < 0.6) lines[at] = mutatedText(random, line)
      else lines[at] = textOf(mutatedValue(random, parsed(line)))
    }
    return lines.join(random.pick(['\n', '\n', '\r\n']))
  }
}

/** A line that was changed before may be no JSON any more. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return line
  }
}

function choicesOf(random: Random): PackChoices {
  const as = random.pick([
    { type: 'create' },
    { type: 'skip' },
    { type: 'map', to: random.pick(['actor', '__proto__']) },
  ] as const)
  const labels = random.pick([[], [{ label: random.pick(['claim', '<b>', 'toll']), as }]])
  return { labels, addArticles: random.pick([true, false]) }
}
