/**
 * A moment as a person of this machine reads it: "Yesterday, 21 Nov 2026, 09:14".
 * @param at - ISO 8601.
 * @param now - What is today.
 */
export function describeMoment(at: string, now: Date): string {
  const moment = new Date(at)
  const near = nearDay(moment, now)
  return `${near === null ? '' : `${near}, `}${dateOf(moment)}, ${clockTime(at)}`
}

/** The day of a moment, as a heading: "Today", "Yesterday", "21 Nov 2026". */
export function describeDay(at: string, now: Date): string {
  const moment = new Date(at)
  return nearDay(moment, now) ?? dateOf(moment)
}

/** A moment as short as it can be told: "09:14" of today, "21 Nov 2026, 09:14" of any other day. */
export function shortMoment(at: string, now: Date): string {
  const moment = new Date(at)
  const time = clockTime(at)
  return dayNumber(moment) === dayNumber(now) ? time : `${dateOf(moment)}, ${time}`
}

/** `shortMoment` as it is told just now. */
export function momentNow(at: string): string {
  return shortMoment(at, new Date())
}

/** The time of day by the clock of this machine: "09:14". */
export function clockTime(at: string): string {
  return TIME.format(new Date(at))
}

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

function dateOf(moment: Date): string {
  return DATE.format(moment)
}

function nearDay(moment: Date, now: Date): string | null {
  const days = dayNumber(now) - dayNumber(moment)
  return days === 0 ? 'Today' : days === 1 ? 'Yesterday' : null
}

/** Days are counted in the time zone of this machine, where a person says yesterday. */
function dayNumber(moment: Date): number {
  return Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / 86_400_000
}
