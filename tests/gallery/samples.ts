import nightStrike from '../../seeds/articles/03-night-strike.txt?raw'
import type { ArticleEntry } from '../../src/contract/models.ts'
import { LABEL_HUES, LABEL_LINES, type Label } from '../../src/core/annotation/label-set.ts'
import type { Metadata } from '../../src/core/article/article.ts'

/** An article as stories lend it to a window. */
export interface ArticleSample {
  readonly text: string
  readonly meta: Metadata
  readonly encoding: string | null
  readonly detectedLanguage: string | null
}

/** One of the sample corpus: what an everyday article looks like. */
export const ENGLISH: ArticleSample = {
  text: nightStrike,
  meta: {
    title: 'Night strike in Idlib raises the toll',
    outlet: 'Meridian World News',
    published: '2020-02-28T07:20+08:00',
    language: null,
    direction: null,
    source: '03-night-strike.txt',
  },
  encoding: 'UTF-8',
  detectedLanguage: 'en',
}

export const ARABIC: ArticleSample = {
  text: `قصف ليلي على ريف إدلب

إدلب، 28 شباط 2020 — قالت مصادر محلية إن 11 مدنيا على الأقل قتلوا وأصيب 23 آخرون في قصف ليلي على ريف إدلب الجنوبي يوم الخميس.

وذكر متحدث باسم فرق الإنقاذ أن عدد الضحايا قد يرتفع لأن عائلات ما زالت تحت الأنقاض. «نحتاج إلى ممر آمن»، قال المتحدث.

ونقلت وكالة Reuters عن مسؤول في أنقرة أن المحادثات ستستأنف في 5 آذار.
`,
  meta: {
    title: 'قصف ليلي على ريف إدلب',
    outlet: 'صحيفة الميناء',
    published: '2020-02-28',
    language: 'ar',
    direction: null,
    source: 'تقارير/قصف-ليلي.txt',
  },
  encoding: 'Windows-1256',
  detectedLanguage: 'ar',
}

/** A name without a place to break it, as of a file or out of a language that joins its words. */
export const LONG_WORD =
  'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz-Durchführungsverordnungsentwurf'

export const LONG_TITLE =
  'After a second night of shelling the two delegations leave Ankara without a date for the next ' +
  'round, without a joint statement and, in the words of one of them, without a reason to return'

export const LONG_PATH = `/home/ada/Documents/Research/2020 Idlib/${LONG_WORD}/Second round, checked`

export const ARABIC_NAME = 'ليلى عبد الرحمن الحلبي'

/** As after several imports of sets with labels of their own. */
export const MANY_LABELS: readonly Label[] = [
  'claim',
  'actor',
  'date',
  'casualty figure',
  'place of the event as the article gives it',
  'weapon',
  'source that wishes not to be named',
  'denial',
  'displacement figure',
  'quotation',
].map((name, index) => ({
  name,
  hue: LABEL_HUES[index % 4] ?? 'violet',
  line: LABEL_LINES[(index + Math.floor(index / 4)) % 4] ?? 'solid',
  letter: name.charAt(0).toUpperCase(),
  key: index < 9 ? String(index + 1) : null,
  guideline: '',
  attributes: [],
}))

/** The rows of a list of articles, beside the one that lies open. */
export const OTHER_ARTICLES: readonly ArticleEntry[] = [
  entry('Delegation leaves Ankara with nothing agreed', 'Harbour Wire', '2020-02-10', 'done', 24),
  entry('The Sochi bargain, eighteen months on', 'The Lantern', '2020-02-21', 'not-started', 0),
  entry('Two presidents, one telephone line', null, '2020-02-29', 'in-progress', 7),
  entry('Joint patrols begin on the M4', 'Meridian World News', null, 'not-started', 0),
]

/** A row of the list of articles. */
export function entry(
  title: string,
  outlet: string | null,
  published: string | null,
  status: ArticleEntry['status'],
  spans: number,
): ArticleEntry {
  return { id: `article-${hashOf(title)}`, title, outlet, published, status, spans }
}

function hashOf(text: string): string {
  let hash = 7
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1e9
  return hash.toString(36)
}
