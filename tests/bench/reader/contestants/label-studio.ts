import type { BenchDocument, BenchPlace, BenchSpan } from '../documents/document.ts'
import type { Contestant } from '../pages/contestant.ts'
import { serve } from '../pages/host.ts'
import { loadScript, loadStyles } from '../pages/load-peer.ts'

interface Region {
  readonly id: string
  readonly endOffset: number
}

/** Its state tree, as far as the bench looks into it. */
interface Store {
  readonly annotationStore: {
    readonly selected: {
      readonly names: Map<string, { findLabel(name: string): { setSelected(is: boolean): void } }>
      readonly regionStore: { readonly regions: readonly Region[] }
      selectArea(region: Region): void
      unselectAll(): void
    } | null
  }
}

interface Studio {
  /** Comes a moment after its creation. */
  readonly store?: Store
  destroy(): void
}

type StudioScript = new (root: Element, options: object) => Studio

const CONFIG = `<View>
  <Labels name="label" toName="text">
    <Label value="claim" background="#6b46c1" hotkey="1"/>
    <Label value="actor" background="#2b6cb0" hotkey="2"/>
    <Label value="date" background="#2f855a" hotkey="3"/>
    <Label value="casualty figure" background="#c05621" hotkey="4"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>`

/** Those of its own instructions for embedding. */
const INTERFACES = [
  'panel',
  'update',
  'submit',
  'controls',
  'side-column',
  'annotations:menu',
  'annotations:add-new',
  'annotations:delete',
  'predictions:menu',
]

/**
 * Label Studio's front end, as its npm package holds it ready built. 1.4.0 is the last version there
 * that works: 1.8.0 was published without its build.
 *
 * Its marks are made by the mouse: while a label is active, letting go of the button marks what is
 * selected. The page selects the label and the text beforehand and, on a key of its own (1 is taken:
 * it activates a label), lets the text have that release. A selected region goes by its own key,
 * Backspace. A region's ends cannot be moved in this version. On the key for the last span, that
 * region is selected, which brings it into sight.
 */
class LabelStudio implements Contestant {
  readonly root = '.lsf-htx-richtext'
  readonly scroller = '#scroller'
  readonly keys = { add: 'q', remove: 'Backspace' }
  readonly native = ['remove'] as const
  #studio: Studio | undefined

  async load(): Promise<void> {
    document.querySelector(this.scroller)?.classList.add('whole')
    await loadStyles('@heartexlabs/label-studio/build/static/css/main.css')
    await loadScript('@heartexlabs/label-studio/build/static/js/main.js')
  }

  open({ id, text, spans }: BenchDocument): void {
    const { LabelStudio: Script } = window as unknown as { readonly LabelStudio: StudioScript }
    const root = document.querySelector('#contestant')
    if (root === null) throw new Error('The page has no column')
    this.#studio?.destroy()
    this.#studio = new Script(root, {
      config: CONFIG,
      interfaces: INTERFACES,
      task: {
        id: id.length,
        data: { text },
        annotations: [{ id: `of ${id}`, result: spans.map(resultOf) }],
        predictions: [],
      },
    })
  }

  isDrawn(): boolean {
    return document.querySelector('.lsf-htx-richtext .htx-highlight') !== null
  }

  count(): number {
    return this.#regions.length
  }

  endOf(id: string): number | undefined {
    return this.#regions.find((region) => region.id === id)?.endOffset
  }

  select(place: BenchPlace): void {
    const annotation = this.#studio?.store?.annotationStore.selected
    annotation?.unselectAll()
    annotation?.names.get('label')?.findLabel('claim').setSelected(true)
    const root = document.querySelector(this.root)
    if (root === null) return
    const [from, to] = [placeAt(root, place.start, 'start'), placeAt(root, place.end, 'end')]
    getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  }

  add(): void {
    const root = document.querySelector(this.root)
    root?.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }))
  }

  choose(): void {
    const added = this.#regions.at(-1)
    if (added) this.#studio?.store?.annotationStore.selected?.selectArea(added)
  }

  jump(last: BenchSpan): void {
    const region = this.#regions.find(({ endOffset }) => endOffset === last.end)
    if (region) this.#studio?.store?.annotationStore.selected?.selectArea(region)
  }

  get #regions(): readonly Region[] {
    return this.#studio?.store?.annotationStore.selected?.regionStore.regions ?? []
  }
}

function resultOf({ id, label, start, end }: BenchSpan): object {
  const value = { start, end, labels: [label] }
  return { id, from_name: 'label', to_name: 'text', type: 'labels', value }
}

/** Where an offset of the text lies; line breaks are elements, and count one. */
function placeAt(
  root: Element,
  offset: number,
  edge: 'start' | 'end',
): { readonly node: Node; readonly offset: number } {
  let rest = offset
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeName === 'BR') rest--
    if (!(node instanceof Text)) continue
    if (rest < node.length || (rest === node.length && edge === 'end'))
      return { node, offset: rest }
    rest -= node.length
  }
  throw new RangeError(`The text does not reach ${offset}`)
}

serve(new LabelStudio())
