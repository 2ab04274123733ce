/*
 * Articles written for the specs, in scripts that break what counts on English: from right to left,
 * without spaces, with marks that combine, and with all of them in one line.
 */

/** One mark: its label, the digit that chooses it, and the text that it covers. */
export type Tag = readonly [label: string, digit: string, quote: string]

export interface ScriptArticle {
  readonly name: string
  readonly text: string
  readonly isRightToLeft: boolean
  readonly byMouse: readonly Tag[]
  /** Each begins in a paragraph of its own. */
  readonly byKeyboard: readonly Tag[]
}

const CAFE = 'Cafe\u0301 Roma'

export const SCRIPT_ARTICLES: readonly ScriptArticle[] = [
  {
    name: 'Arabic',
    text: `قصف ليلي على ريف إدلب الجنوبي

إدلب، ٢٨ شباط 2020 — قالت مصادر محلية إن 11 مدنيا على الأقل قتلوا وأصيب 23 آخرون في قصف ليلي على ريف إدلب الجنوبي يوم الخميس، بحسب وكالة Reuters للأنباء.

وذكر المتحدث باسم فرق الإنقاذ 👷🏽‍♂️ مُحَمَّد العلي أن عدد الضحايا قد يرتفع لأن عائلات ما زالت تحت الأنقاض. «نحتاج إلى ممر آمن»، قال المتحدث في ${CAFE}.

ونقلت الوكالة عن مسؤول في أنقرة أن المحادثات ستستأنف في 5 آذار 🕊️ برعاية الأمم المتحدة (UN).
`,
    isRightToLeft: true,
    byMouse: [
      ['actor', '2', 'مصادر محلية'],
      ['casualty figure', '4', '11 مدنيا'],
      ['date', '3', '٢٨ شباط 2020'],
      ['actor', '2', 'وكالة Reuters للأنباء'],
      ['actor', '2', 'مُحَمَّد العلي'],
      ['claim', '1', '👷🏽‍♂️'],
      ['actor', '2', 'UN'],
    ],
    byKeyboard: [
      ['claim', '1', 'قصف ليلي على ريف'],
      ['date', '3', '٢٨ شباط'],
      ['claim', '1', 'عدد الضحايا قد يرتفع'],
      ['date', '3', '5 آذار 🕊️'],
    ],
  },
  {
    name: 'Chinese',
    text: `伊德利卜夜间空袭造成平民伤亡

伊德利卜，2020年2月28日——当地消息人士称，周四夜间的空袭造成至少１１名平民死亡，２３人受伤，路透社（Reuters）报道。

救援队发言人李𠮷明👷🏽‍♂️表示，由于仍有家庭被埋在废墟下，死亡人数可能上升。“我们需要一条安全通道，”他在${CAFE}说。

安卡拉的一名官员说，谈判将于3月5日🕊️恢复。
`,
    isRightToLeft: false,
    byMouse: [
      ['actor', '2', '当地消息人士'],
      ['casualty figure', '4', '至少１１名平民'],
      ['date', '3', '2020年2月28日'],
      ['actor', '2', '路透社（Reuters）'],
      ['actor', '2', '李𠮷明'],
      ['claim', '1', '👷🏽‍♂️'],
    ],
    byKeyboard: [
      ['claim', '1', '夜间空袭'],
      ['actor', '2', '当地消息人士称'],
      ['actor', '2', '李𠮷明👷🏽‍♂️'],
      ['date', '3', '3月5日'],
    ],
  },
  {
    name: 'Hindi',
    text: `इदलिब में रात का हमला

इदलिब, 28 फ़रवरी 2020 — स्थानीय सूत्रों ने कहा कि कम से कम ११ नागरिक मारे गए और 23 घायल हुए, Reuters की रिपोर्ट के अनुसार।

बचाव दल के प्रवक्ता मोहम्मद अली 👷🏽‍♂️ ने कहा कि मृतकों की संख्या बढ़ सकती है। “हमें सुरक्षित रास्ता चाहिए,” उन्होंने ${CAFE} में कहा।
`,
    isRightToLeft: false,
    byMouse: [
      ['actor', '2', 'स्थानीय सूत्रों'],
      ['casualty figure', '4', 'कम से कम ११ नागरिक'],
      ['date', '3', '28 फ़रवरी 2020'],
      ['actor', '2', 'Reuters'],
      ['claim', '1', '👷🏽‍♂️'],
    ],
    byKeyboard: [
      ['claim', '1', 'रात का हमला'],
      ['claim', '1', '23 घायल'],
      ['actor', '2', 'मोहम्मद अली'],
    ],
  },
  {
    name: 'both directions',
    text: `The word שלום and the word سلام

Haaretz (הארץ) reported that “ראש הממשלה said 34 אזרחים were hurt” on Friday 👍🏿, in ${CAFE}.

قالت صحيفة The New York Times إن 34 جنديا قتلوا، وذكر הארץ العدد نفسه.
`,
    isRightToLeft: false,
    byMouse: [
      ['actor', '2', 'שלום'],
      ['actor', '2', 'הארץ'],
      ['date', '3', 'Haaretz (הארץ) reported'],
      ['actor', '2', 'صحيفة The New York Times'],
      ['casualty figure', '4', '34 جنديا'],
      ['claim', '1', '👍🏿'],
    ],
    byKeyboard: [
      ['claim', '1', 'שלום and the word سلام'],
      ['claim', '1', 'ראש הממשלה said 34 אזרחים were hurt'],
      ['claim', '1', 'The New York Times'],
    ],
  },
]
