import {
  LABELS,
  type BenchDocument,
  type BenchRange,
  type BenchSpan,
} from '../documents/document.ts'
import type { Contestant } from '../pages/contestant.ts'
import { serve } from '../pages/host.ts'
import { loadScript, loadStyles } from '../pages/load-peer.ts'

interface Entity {
  readonly id: string
  readonly label: number
  readonly startOffset: number
  readonly endOffset: number
}

/** The component, as far as the bench looks into it. */
interface Annotator {
  readonly entityList: {
    readonly size: number
    findById(id: string): Entity | undefined
  }
}

interface Application {
  text: string
  entities: readonly Entity[]
  readonly $refs: { readonly annotator: Annotator }
}

/** Vue 2, which the component was written for, put on the window by its own script. */
interface VueScript {
  new (options: object): Application
}

const COLOURS = ['#b794f4', '#90cdf4', '#9ae6b4', '#fbd38d']

/**
 * doccano's annotator: a Vue 2 component that draws SVG text in a recycling list of lines. It needs
 * no Vuetify, which doccano draws its menus with.
 *
 * It has no keys and changes nothing by itself: it emits what the mouse selected and draws the
 * entities that it is given. On the page's keys it is given a new list with the span added, removed
 * or moved, as doccano does once its server has answered. It has no means to go to a span.
 *
 * Settings are doccano's: overlapping allowed, offsets not in graphemes.
 */
class VAnnotator implements Contestant {
  readonly root = '#contestant'
  readonly scroller = '#scroller'
  #application: Application | undefined

  async load(): Promise<void> {
    await loadStyles('v-annotator/dist/v-annotator.css')
    await loadScript('vue/dist/vue.runtime.min.js')
    await loadScript('v-annotator/dist/v-annotator.umd.min.js')
  }

  open({ text, spans }: BenchDocument): void {
    const entities = Object.freeze(spans.map(entityOf))
    if (this.#application === undefined) this.#application = mount(text, entities)
    else Object.assign(this.#application, { text, entities })
  }

  isDrawn(): boolean {
    return document.querySelector('#contestant .scroller line') !== null
  }

  count(): number {
    return this.#application?.$refs.annotator.entityList.size ?? 0
  }

  endOf(id: string): number | undefined {
    return this.#application?.$refs.annotator.entityList.findById(id)?.endOffset
  }

  add(span: BenchSpan): void {
    this.#change((entities) => [...entities, entityOf(span)])
  }

  remove(id: string): void {
    this.#change((entities) => entities.filter((entity) => entity.id !== id))
  }

  move(id: string, { end }: BenchRange): void {
    this.#change((entities) =>
      entities.map((entity) => (entity.id === id ? { ...entity, endOffset: end } : entity)),
    )
  }

  #change(edit: (entities: readonly Entity[]) => readonly Entity[]): void {
    const application = this.#application
    // Frozen, so that Vue does not make every entity observable.
    if (application) application.entities = Object.freeze(edit(application.entities))
  }
}

function entityOf({ id, label, start, end }: BenchSpan): Entity {
  return { id, label: LABELS.indexOf(label), startOffset: start, endOffset: end }
}

function mount(text: string, entities: readonly Entity[]): Application {
  const { Vue } = window as unknown as { readonly Vue: VueScript }
  return new Vue({
    el: document.querySelector('#contestant')?.appendChild(document.createElement('div')),
    data: { text, entities },
    render(this: Application, create: (name: string, options: object) => unknown): unknown {
      const { text: shown, entities: drawn } = this
      return create('v-annotator', {
        ref: 'annotator',
        props: {
          text: shown,
          entities: drawn,
          entityLabels: LABELS.map((label, id) => ({ id, text: label, color: COLOURS[id] })),
          relations: [],
          relationLabels: [],
          allowOverlapping: true,
          graphemeMode: false,
        },
      })
    },
  })
}

serve(new VAnnotator())
