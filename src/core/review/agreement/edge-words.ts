/** Words by which the edges of spans are told apart in one language, in small letters. */
export interface EdgeWords {
  readonly determiners: ReadonlySet<string>
  readonly conjunctions: ReadonlySet<string>
  readonly prepositions: ReadonlySet<string>
  /** What stands before a number and says how sure it is. */
  readonly hedges: ReadonlySet<string>
  /** Numbers that are written in letters. */
  readonly numbers: ReadonlySet<string>
  /** What people are called before their names. */
  readonly titles: ReadonlySet<string>
  /** By which a text says who says something. */
  readonly sayings: ReadonlySet<string>
}

export const ENGLISH: EdgeWords = {
  determiners: listed('the a an this these those his her its their our my your'),
  conjunctions: listed('and or but nor so yet that because while when although though'),
  prepositions: listed(
    'in on at by for from of to since until till during before after within near with into',
  ),
  hedges: listed(
    `at least most no fewer less more than about around some nearly almost roughly approximately over up to
     under an a estimated as many close only just well above below perhaps possibly probably another further`,
  ),
  numbers: listed(
    `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
     eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
     million millions dozen dozens scores several few`,
  ),
  titles: listed(
    `mr mrs ms miss dr prof professor sir lord lady king queen prince princess president vice prime minister
     chancellor governor mayor senator ambassador envoy general colonel major captain lieutenant sergeant
     commander admiral marshal brigadier sheikh imam ayatollah bishop pope judge justice secretary spokesman
     spokeswoman spokesperson chief director chairman chairwoman`,
  ),
  sayings: listed(
    `said says say saying told tells according reported reports claimed claims stated states announced announces
     added adds warned warns insisted insists confirmed confirms denied denies`,
  ),
}

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/u))
}
