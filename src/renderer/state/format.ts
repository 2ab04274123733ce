import type { Status } from '../../core/annotation/annotation-set.ts'

export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  done: 'Done',
}

const number = new Intl.NumberFormat('en')

/** A number with its noun: "1 span", "2,180 characters". */
export function count(value: number, noun: string, plural = `${noun}s`): string {
  return `${number.format(value)} ${value === 1 ? noun : plural}`
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/**
 * A publication date for the eye: "28 Feb 2020". Only its own digits are used, never the time zone
 * of this machine, so that it reads the same everywhere.
 */
export function shortDate(published: string): string {
  const [year, month, day] = published.slice(0, 10).split('-').map(Number)
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`
}

/** The date with its time, as far as the source told it. */
export function longDate(published: string): string {
  const time = /T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(.*)$/.exec(published)
  if (time === null) return shortDate(published)
  const [, clock, zone = ''] = time
  return `${shortDate(published)}, ${clock}${zone === 'Z' ? ' UTC' : zone && ` UTC${zone}`}`
}

/** Up to two initials of a name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('')
}
