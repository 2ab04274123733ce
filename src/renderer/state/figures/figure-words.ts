import type { CallReply } from '../../../contract/calls.ts'
import type { EdgePattern } from '../../../core/review/agreement/edge-patterns.ts'
import { isDefined, type Measure } from '../../../core/review/agreement/measure.ts'
import type { GroupKind } from '../../../core/review/group-kind.ts'

type Agreement = CallReply<'agreement.measure'>['agreement']

/** The figures of one label, or of all. */
export type Figures = Omit<Agreement['labels'][string], 'attributes'>

/** The measures that can be shown, and what they are called. */
export const MEASURES = {
  exact_f1: 'Exact F1',
  relaxed_f1: 'Relaxed F1',
  token_kappa: 'Token κ',
  character_kappa: 'Character κ',
  alpha_u: 'αU',
  alpha_u_2016: '|uα',
  cu_alpha_2016: 'cuα',
  krippendorff_alpha: 'α nominal',
  fleiss_kappa: 'Fleiss’ κ',
  token_krippendorff_alpha: 'α nominal, tokens',
  token_fleiss_kappa: 'Fleiss’ κ, tokens',
  value_agreement: 'Equal values',
} as const satisfies Partial<Record<keyof Figures, string>>
export type MeasureName = keyof typeof MEASURES

/** What each measure asks, in a sentence. */
export const MEASURE_QUESTIONS: Readonly<Record<MeasureName, string>> = {
  exact_f1: 'How many spans did both mark alike, bounds and label?',
  relaxed_f1: 'How many spans of one share text with a span of the other, label for label?',
  token_kappa: 'Are the same words marked, beyond what chance would give?',
  character_kappa: 'Are the same characters marked, beyond what chance would give?',
  alpha_u: 'Do units begin and end at the same places? Distances count squared.',
  alpha_u_2016: 'Is the same text in units, beyond what chance would give?',
  cu_alpha_2016: 'Do units that meet have the same label, beyond what chance would give?',
  krippendorff_alpha: 'Are the same characters marked, by any number of annotators?',
  fleiss_kappa: 'Are the same characters marked, by all annotators?',
  token_krippendorff_alpha: 'Are the same words marked, by any number of annotators?',
  token_fleiss_kappa: 'Are the same words marked, by all annotators?',
  value_agreement: 'Do attributes have the same value where both have marked the span?',
}

export const KIND_NAMES: Readonly<Record<GroupKind, string>> = {
  agreed: 'agreed',
  missing: 'not marked by all',
  bounds: 'different bounds',
  label: 'different labels',
  attributes: 'different attributes',
  duplicates: 'marked twice',
}

export const PATTERN_NAMES: Readonly<Record<EdgePattern, string>> = {
  space: 'White space at the edge',
  punctuation: 'Punctuation at the edge',
  determiner: 'Article or determiner at the edge',
  conjunction: 'Conjunction at the edge',
  preposition: 'Preposition at the edge',
  hedge: 'Hedge before a number',
  title: 'Title of a person',
  attribution: 'Who says it',
  counted: 'What is counted, after a number',
  words: 'A few other words',
  clause: 'Five words or more',
}

/** A figure for the eye; one that is not defined says why. */
export function measureWords(measure: Measure | undefined): string {
  if (measure === undefined) return ''
  return isDefined(measure) ? measure.toFixed(2) : `not defined: ${measure.undefined}`
}

/** The interval of a figure, as "0.72–0.85"; empty where there is none. */
export function intervalWords(interval: readonly [number, number] | undefined): string {
  return interval === undefined ? '' : interval.map((bound) => bound.toFixed(2)).join('–')
}
