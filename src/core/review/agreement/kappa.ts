import { NO_UNITS, notDefined, ONE_CATEGORY, type Measure } from './measure.ts'

/**
 * Cohen's kappa of two annotators: (po − pe) / (1 − pe), where po is the share of units that both put in the
 * same category and pe the share expected if each kept their own margins and chose by chance.
 * @param table - Units by the category of the one (row) and of the other (column); square.
 * @see Cohen 1960, A coefficient of agreement for nominal scales
 */
export function cohenKappa(table: readonly (readonly number[])[]): Measure {
  const rows = table.map((row) => sum(row))
  const columns = table.map((_, column) => sum(table.map((row) => row[column] ?? 0)))
  const all = sum(rows)
  if (all === 0) return notDefined(NO_UNITS)
  if (rows.some((row, category) => row === all && columns[category] === all)) {
    return notDefined(ONE_CATEGORY)
  }
  const observed = sum(table.map((row, category) => row[category] ?? 0)) / all
  const expected = sum(rows.map((row, category) => (row / all) * ((columns[category] ?? 0) / all)))
  return (observed - expected) / (1 - expected)
}

/** Units that were rated alike: how many of the ratings of each went to each category, and how many they are. */
export interface RatedUnits {
  readonly ratings: readonly number[]
  readonly units: number
}

/**
 * Fleiss' kappa of any number of annotators; with two it is Scott's pi.
 * @param rated - All with the same number of ratings, at least 2, and the same categories.
 * @see Fleiss 1971, Measuring nominal scale agreement among many raters; Scott 1955
 */
export function fleissKappa(rated: readonly RatedUnits[]): Measure {
  const all = sum(rated.map(({ units }) => units))
  const raters = sum(rated.find(({ units }) => units > 0)?.ratings ?? [])
  if (all === 0 || raters < 2) return notDefined('there is no text that all annotators have opened')
  const margins = marginsOf(rated)
  const ratings = all * raters
  if (margins.some((margin) => margin === ratings)) return notDefined(ONE_CATEGORY)
  const agreeing = sum(
    rated.map(({ ratings: each, units }) => units * sum(each.map((count) => count * (count - 1)))),
  )
  const observed = agreeing / (ratings * (raters - 1))
  const expected = sum(margins.map((margin) => (margin / ratings) ** 2))
  return (observed - expected) / (1 - expected)
}

/**
 * Krippendorff's alpha for nominal data: 1 − Do / De. Units may have different numbers of ratings; those with
 * fewer than 2 count for nothing.
 * @see Krippendorff 2011, Computing Krippendorff's alpha-reliability, sections A to C
 */
export function krippendorffAlpha(rated: readonly RatedUnits[]): Measure {
  const pairable = rated.filter(({ ratings }) => sum(ratings) >= 2)
  const margins = marginsOf(pairable)
  const values = sum(margins)
  if (values === 0) return notDefined(NO_UNITS)
  if (margins.some((margin) => margin === values)) return notDefined(ONE_CATEGORY)
  const observed = sum(
    pairable.map(({ ratings, units }) => (units * differing(ratings)) / (sum(ratings) - 1)),
  )
  const expected = differing(margins) / (values - 1)
  return 1 - observed / expected
}

/** Ordered pairs of values that are of different categories. */
function differing(counts: readonly number[]): number {
  const all = sum(counts)
  return sum(counts.map((count) => count * (all - count)))
}

function marginsOf(rated: readonly RatedUnits[]): readonly number[] {
  const margins: number[] = []
  for (const { ratings, units } of rated) {
    for (const [category, count] of ratings.entries()) {
      margins[category] = (margins[category] ?? 0) + count * units
    }
  }
  return margins
}

function sum(numbers: readonly number[]): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
