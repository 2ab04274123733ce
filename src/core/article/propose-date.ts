/** A date that a line gives, and what the line says besides it. */
export interface FoundDate {
  /**
   * ISO 8601: `2020-02-28`, `2020-09-22T08:30` when the time has no zone, and
   * `2020-02-28T07:03:00+08:00` when it has one.
   */
  readonly iso: string
  /** The line without the date, its time and its day of the week. */
  readonly rest: string
}

/** Years in which a news article can plausibly have appeared. */
const earliestYear = 1900
const latestYear = 2100

const monthNames = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
]
const month =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|' +
  'sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const year = '(?<year>\\d{4})'

/** English only: other languages need their own months, and the person can type the date in. */
const dateForms = [
  /(?<year>\d{4})([-./])(?<month>\d{1,2})\2(?<day>\d{1,2})/,
  /(?<first>\d{1,2})([-./])(?<second>\d{1,2})\2(?<year>\d{4})/,
  new RegExp(`${day}(?:\\s+|-)(?:of\\s+)?${month},?(?:\\s+|-)${year}`, 'i'),
  new RegExp(`${month}\\s+${day}(?:,\\s*|\\s+)${year}`, 'i'),
].map((form) => new RegExp(`(?<!\\d)(?:${form.source})(?!\\d)`, form.flags))

const timeForm =
  /(?<![\d:])(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?(?!\d)\s*(?<half>[ap]\.?m\b\.?)?\s*(?<zone>Z\b|(?:UTC|GMT)?\s?[+\-−]\d{1,2}(?::?\d{2})?(?!\d)|UTC\b|GMT\b)?/i

const weekday = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?/i

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** "03/04/2020" is a day in March to some and in April to others, so it gives nothing. */
function dayAndMonth(first: number, second: number): readonly [number, number] | undefined {
  if (first === second || second <= 12 === first <= 12) {
    return first === second ? [first, second] : undefined
  }
  return first > second ? [first, second] : [second, first]
}

function isoDate(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const yearNumber = Number(groups['year'])
  const ordered =
    groups['first'] === undefined
      ? ([
          Number(groups['day']),
          groups['name'] === undefined
            ? Number(groups['month'])
            : monthNames.indexOf(groups['name'].slice(0, 3).toLowerCase()) + 1,
        ] as const)
      : dayAndMonth(Number(groups['first']), Number(groups['second']))
  if (!ordered || yearNumber < earliestYear || yearNumber > latestYear) return undefined
  const [dayNumber, monthNumber] = ordered
  const daysInMonth = new Date(Date.UTC(yearNumber, monthNumber, 0)).getUTCDate()
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > daysInMonth) {
    return undefined
  }
  return `${yearNumber}-${twoDigits(monthNumber)}-${twoDigits(dayNumber)}`
}

/** `+8`, `GMT+8`, `+0800` and `UTC` as ISO 8601 writes them. */
function isoZone(zone: string): string | undefined {
  const match = /([+\-−])(\d{1,2}):?(\d{2})?$/.exec(zone)
  if (!match) return 'Z'
  const [, sign, hours, minutes = '00'] = match
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined
  return `${sign === '+' ? '+' : '-'}${twoDigits(Number(hours))}:${minutes}`
}

function isoTime(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const { hour, minute, second, half, zone } = groups
  const afterNoon = half?.toLowerCase().startsWith('p')
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (afterNoon ? 12 : 0)
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined
  const time = `T${twoDigits(hours)}:${minute}`
  if (zone === undefined) return second === undefined ? time : `${time}:${second}`
  const offset = isoZone(zone)
  return offset && `${time}:${second ?? '00'}${offset}`
}

/**
 * Finds the first full date of a line, with the time that stands beside it.
 *
 * Reads year-first ("2020.02.28", "2020-02-28"), written-out ("1 March, 2020", "Feb. 28, 2020") and,
 * where only one reading is possible, numeric dates ("28.02.2020"). A time that makes no sense is
 * left out.
 * @param line - One line; the language is English.
 * @returns Undefined without a full date, or when its year is not within 1900 to 2100.
 */
export function findDate(line: string): FoundDate | undefined {
  for (const form of dateForms) {
    const match = form.exec(line)
    const date = match?.groups && isoDate(match.groups)
    if (!date) continue
    const without = line.replace(match[0], ' ')
    const time = timeForm.exec(without)
    return {
      iso: date + ((time?.groups && isoTime(time.groups)) ?? ''),
      rest: (time ? without.replace(time[0], ' ') : without).replace(weekday, ' ').trim(),
    }
  }
  return undefined
}
