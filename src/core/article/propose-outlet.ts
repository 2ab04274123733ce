/** Agencies and broadcasters whose names no rule would recognise. */
const wellKnown =
  /^(?:Reuters|Agence France-Presse|Associated Press|Anadolu|Xinhua|TASS|Interfax|Bloomberg|Al Jazeera|Al Arabiya|Deutsche Welle|France 24|Sky News|Euronews|Politico)$/i

/** What newspapers and agencies call themselves; only as the last word, as in "The Daily Post". */
const lastWord =
  /\b(?:Agency|Chronicle|Daily|Gazette|Guardian|Herald|Independent|Journal|Mail|News|Observer|Post|Press|Radio|Standard|Sun|Telegraph|Times|Today|Tribune|Weekly)$/

const acronym = /^\p{Lu}[\p{Lu}\d]{1,5}$/u
const domain = /^(?:[\p{L}\d-]+\.)+\p{Ll}{2,}$/u

/** No outlet's name has more words, or more characters, than this. */
const longestName = 5
const longestNameLength = 80

const isShort = (name: string): boolean =>
  name.length <= longestNameLength && name.split(' ').length <= longestName

/**
 * Tells whether a line looks like the name of an outlet and like nothing else: a well-known one, an
 * acronym, a domain, or a short name that ends like a newspaper's.
 */
export function looksLikeOutlet(line: string): boolean {
  return isShort(line) && [wellKnown, lastWord, acronym, domain].some((form) => form.test(line))
}

/**
 * The outlet in "Source: NAME".
 * @returns Undefined if the line does not begin so, or too much follows for a name.
 */
export function outletOfSourceLine(line: string): string | undefined {
  const name = /^(?:source|via)\s*:\s*(\S.*)$/i.exec(line)?.[1]
  return name !== undefined && isShort(name) ? name : undefined
}

/**
 * The agency of a dateline such as "LONDON, March 3 (Reuters) – ".
 * @returns Undefined if the line does not begin with a dateline.
 */
export function outletOfDateline(line: string): string | undefined {
  return /^\p{Lu}[\p{Lu} .'’/-]+(?:,[^()]{1,40})?\s\(\s?([^()\s][^()]{0,38}[^()\s])\s?\)\s*[-–—]/u.exec(
    line,
  )?.[1]
}

/**
 * The outlet of a line that stands above the headline: a plain name, or a slogan that names its
 * outlet again at its end ("NAME all the news there is from NAME Online").
 * @returns Undefined if neither fits.
 */
export function outletOfMasthead(line: string): string | undefined {
  if (looksLikeOutlet(line)) return line
  const name = /^(\S{3,}(?: \S+){0,3}) .*(?<!\S)\1(?!\S)/u.exec(line)?.[1]
  return name !== undefined && isShort(name) ? name : undefined
}
