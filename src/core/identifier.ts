import * as v from 'valibot'

const PATTERN = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/

/** Device names that Windows refuses as file names, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/

/**
 * The id of an article or annotator: 1 to 64 of `a-z`, `0-9` and inner `-`. It becomes a file or
 * folder name on every platform, so Windows' device names are refused too.
 */
export const IdentifierSchema = v.pipe(
  v.string(),
  v.check(
    (value) => PATTERN.test(value) && !RESERVED.test(value),
    (issue) =>
      `"${issue.received.replaceAll('"', '')}" is not an id: use 1 to 64 of a-z, 0-9 and inner hyphens`,
  ),
)

/**
 * Proposes an identifier for a name: Latin letters lose their marks, everything else becomes `-`.
 * @returns null when the name holds nothing that an identifier can (a name in another script).
 */
export function identifierFor(name: string): string | null {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll('ı', 'i')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '')
  return v.is(IdentifierSchema, plain) ? plain : null
}
