import fuzzysort from 'fuzzysort'
import { COMMANDS, type Command, type CommandId } from '../../contract/commands.ts'
import type { ArticleEntry } from '../../contract/models.ts'
import type { Label } from '../../core/annotation/label-set.ts'

/** Something that the palette offers. */
export type PaletteItem =
  | { readonly type: 'command'; readonly id: CommandId; readonly title: string }
  | { readonly type: 'label'; readonly label: Label; readonly title: string }
  | { readonly type: 'article'; readonly entry: ArticleEntry; readonly title: string }

/** An item, and the offsets in its title that were matched, in UTF-16 code units. */
export interface Found {
  readonly item: PaletteItem
  readonly matched: readonly number[]
}

/** Items under one heading. */
export interface Section {
  readonly name: string
  readonly found: readonly Found[]
}

/** Rows that are drawn at most; whoever needs more types another letter. */
const MOST_FOUND = 40

/** Below it so little fits that a person sees no reason for the row. */
const WORST_SCORE = 0.3

/** What a command that was used lately gains on others. */
const RECENT = 1.08
/** What something gains by being a command or a label, of which there are few. */
const FEW = 1.05
/** What is left of a score that other words or the group have helped to. */
const ASIDE = 0.85
/** What is left of the score of something that cannot be done just now. */
const UNAVAILABLE = 0.9
/** A difference between scores that comes of the titles' lengths alone. */
const TRIFLE = 0.02

/** Those that do something from here. */
const OFFERED = COMMANDS.filter(({ id }) => id !== 'palette.open')

/** What there is to be found. */
export interface Offer {
  readonly labels: readonly Label[]
  /** Those whose titles are worth ranking. */
  readonly articles: readonly ArticleEntry[]
  /** Commands that were used lately, the latest first. */
  readonly recent: readonly CommandId[]
  /** Whether something can be done just now. */
  readonly isAvailable: (item: PaletteItem) => boolean
}

interface Candidate {
  readonly item: PaletteItem
  /** Words that it is also found by. */
  readonly also: string
  readonly factor: number
}

interface Ranked extends Found {
  readonly score: number
}

/** All commands and labels in their groups, those first that were used lately. */
export function sectionsOf(
  labels: readonly Label[],
  recent: readonly CommandId[],
): readonly Section[] {
  const groups = [...new Set(OFFERED.map(({ group }) => group))]
  const sections = [
    {
      name: 'Used lately',
      items: recent.flatMap((id) => OFFERED.filter((one) => one.id === id)).map(itemOf),
    },
    { name: 'Labels', items: labels.map(itemOfLabel) },
    ...groups.map((group) => ({
      name: group,
      items: OFFERED.filter((command) => command.group === group).map(itemOf),
    })),
  ]
  return sections.flatMap(({ name, items }) =>
    items.length === 0 ? [] : [{ name, found: items.map((item) => ({ item, matched: [] })) }],
  )
}

/** What a query may mean, the best first. */
export function search(
  query: string,
  { labels, articles, recent, isAvailable }: Offer,
): readonly Found[] {
  const candidates: Candidate[] = [
    ...labels.map((label) => ({ item: itemOfLabel(label), also: 'label', factor: FEW })),
    ...OFFERED.map((command) => ({
      item: itemOf(command),
      also: `${command.group} ${command.also ?? ''}`,
      factor: FEW * (recent.includes(command.id) ? RECENT : 1),
    })),
    ...articles.map((entry) => ({
      item: { type: 'article', entry, title: entry.title } as const,
      also: '',
      factor: 1,
    })),
  ]
  const found = candidates
    .flatMap((candidate) => rank(query, candidate))
    .map((one) => (isAvailable(one.item) ? one : { ...one, score: one.score * UNAVAILABLE }))
  return inOrder(found).slice(0, MOST_FOUND)
}

/** The best first; what fits as well but for a trifle stays in the order that it has elsewhere. */
function inOrder(found: readonly Ranked[]): readonly Ranked[] {
  let level = Number.POSITIVE_INFINITY
  const levels = new Map<Ranked, number>()
  for (const one of found.toSorted((a, b) => b.score - a.score)) {
    if (one.score < level - TRIFLE) level = one.score
    levels.set(one, level)
  }
  return found.toSorted((a, b) => (levels.get(b) ?? 0) - (levels.get(a) ?? 0))
}

function rank(query: string, { item, also, factor }: Candidate): readonly Ranked[] {
  // Prepared by hand: the matcher would keep every string that it was ever given.
  const inTitle = fuzzysort.single(query, fuzzysort.prepare(item.title))
  if (inTitle !== null && inTitle.score >= WORST_SCORE) {
    return [{ item, matched: inTitle.indexes, score: inTitle.score * factor }]
  }
  if (also === '') return []
  const whole = fuzzysort.single(query, fuzzysort.prepare(`${item.title} ${also}`))
  if (whole === null || whole.score < WORST_SCORE) return []
  const matched = whole.indexes.filter((index) => index < item.title.length)
  return [{ item, matched, score: whole.score * factor * ASIDE }]
}

function itemOf({ id, title }: Command & { readonly id: CommandId }): PaletteItem {
  return { type: 'command', id, title }
}

function itemOfLabel(label: Label): PaletteItem {
  return { type: 'label', label, title: `Mark as ${label.name}` }
}
