import { test } from '@playwright/test'
import type fc from 'fast-check'
import type { MarkingModel } from './marking-model.ts'
import type { ReaderProbe } from './reader-probe.ts'

/** One thing that a person does to the reader. */
export class Step implements fc.AsyncCommand<MarkingModel, ReaderProbe> {
  readonly #name: string
  readonly #isPossible: (model: MarkingModel) => boolean
  readonly #take: (model: MarkingModel, probe: ReaderProbe) => Promise<void>

  /** @param take - Does it to both; afterwards they are held against each other. */
  constructor(
    name: string,
    take: (model: MarkingModel, probe: ReaderProbe) => Promise<void>,
    isPossible: (model: MarkingModel) => boolean = () => true,
  ) {
    this.#name = name
    this.#take = take
    this.#isPossible = isPossible
  }

  check(model: Readonly<MarkingModel>): boolean {
    return this.#isPossible(model as MarkingModel)
  }

  run(model: MarkingModel, probe: ReaderProbe): Promise<void> {
    return test.step(this.#name, async () => {
      await this.#take(model, probe)
      await probe.expectShows(model)
    })
  }

  toString(): string {
    return this.#name
  }
}

/** A step that presses a key. */
export function keyStep(
  key: string,
  act: (model: MarkingModel) => void,
  isPossible?: (model: MarkingModel) => boolean,
): Step {
  return new Step(
    key,
    async (model, { window }) => {
      await window.press(key)
      act(model)
    },
    isPossible,
  )
}
