import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeHome, rubricator, type Finished, type Home } from './program.ts'

let home: Home
const run = (...args: readonly string[]): Promise<Finished> => rubricator(home, ...args)

beforeAll(async () => {
  home = await makeHome()
  await run('sample', 'sample')
})
afterAll(() => home.remove())

interface SpanOfLine {
  readonly label: string
  readonly start: number
  readonly end: number
}

/** What the export holds of the two annotators, by article. */
async function exported(): Promise<ReadonlyMap<string, readonly (readonly SpanOfLine[])[]>> {
  const { stdout } = await run('export', 'sample')
  const articles = new Map<string, SpanOfLine[][]>()
  for (const line of stdout.trim().split('\n')) {
    const { id, spans } = JSON.parse(line) as { id: string; spans: SpanOfLine[] }
    articles.set(id, [...(articles.get(id) ?? []), spans])
  }
  return articles
}

const key = ({ label, start, end }: SpanOfLine): string => `${label} ${start} ${end}`

test('agree --json gives the figures that the export gives', async () => {
  const { code, stdout, stderr } = await run('agree', 'sample', '--json')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const agreement = JSON.parse(stdout)
  expect(agreement).toMatchObject({ annotators: ['miriam-keller', 'tarik-aydin'], articles: 5 })
  expect(Object.keys(agreement.labels)).toEqual(['claim', 'actor', 'date', 'casualty figure'])
  let matches = 0
  let spans = 0
  for (const [one = [], other = []] of (await exported()).values()) {
    const others = new Set(other.map(key))
    matches += one.filter((span) => others.has(key(span))).length
    spans += one.length + other.length
  }
  expect(agreement.overall.exact_f1).toBe((2 * matches) / spans)
  const [low, high] = agreement.overall.ci.exact_f1
  expect(low).toBeLessThan(agreement.overall.exact_f1)
  expect(high).toBeGreaterThan(agreement.overall.exact_f1)
})

test('agree --json says what is disputed, and how each span was seen by the other', async () => {
  const { stdout } = await run('agree', 'sample', '--json')
  const { confusion, labels, disputes, over_time } = JSON.parse(stdout)
  expect(confusion.labels).toEqual(Object.keys(labels))
  for (const [row, label] of confusion.labels.entries()) {
    const marked = confusion.cells[row].reduce((sum: number, count: number) => sum + count, 0)
    expect(marked).toBe(labels[label].n.spans['miriam-keller'])
  }
  const kinds = Object.values<number>(disputes.places).reduce((sum, count) => sum + count, 0)
  expect(disputes.disputed).toBe(kinds - disputes.places.agreed)
  expect(disputes.phrases.length).toBeGreaterThan(0)
  expect(disputes.patterns.length).toBeGreaterThan(0)
  const periods: { articles: number }[] = over_time.published
  expect(periods.reduce((sum, { articles }) => sum + articles, 0)).toBe(5)
})

test('agree sets the same in a table, the same each time', async () => {
  const { code, stdout } = await run('agree', 'sample', '--labels', 'date, actor')
  expect(code).toBe(0)
  const [head, titles, date, actor, overall] = stdout.split('\n')
  expect(head).toBe('miriam-keller, tarik-aydin: 5 articles, 1478 tokens')
  expect(titles).toMatch(/^LABEL +SPANS +EXACT F1 +RELAXED F1 /)
  expect(date).toMatch(/^date +35 \+ 28 +0\.730 \[0\.\d\d, 0\.\d\d\]/)
  expect(actor).toMatch(/^actor +64 \+ 64 /)
  expect(overall).toMatch(/^overall +99 \+ 92 /)
  expect((await run('agree', 'sample', '--labels', 'date, actor')).stdout).toBe(stdout)
})

test('agree says what is not defined, and why', async () => {
  const { code, stdout } = await run('agree', 'sample', '--annotators', 'miriam-keller')
  expect(code).toBe(0)
  expect(stdout).toContain('not defined: there are not two annotators to compare')
  expect(stdout).not.toContain('NaN')
})

test.each([
  ['annotators', 'nobody', 'annotator "nobody": it has miriam-keller, tarik-aydin'],
  ['labels', 'place', 'label "place": it has claim, actor, date, casualty figure'],
  ['articles', 'none', 'article "none"'],
])('agree --%s %s is refused', async (option, value, told) => {
  const { code, stdout, stderr } = await run('agree', 'sample', `--${option}`, value)
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toContain(`rubricator: The project has no ${told}`)
})
