import * as v from 'valibot'
import { AttributeNameSchema, AttributesSchema } from '../core/annotation/attribute.ts'
import { LabelNameSchema } from '../core/annotation/label-set.ts'
import { IdentifierSchema } from '../core/identifier.ts'
import { EDGE_PATTERNS } from '../core/review/agreement/edge-patterns.ts'
import { VALUE_OUTCOMES } from '../core/review/agreement/value-counter.ts'
import { GROUP_KINDS } from '../core/review/group-kind.ts'
import { ArticleFilterSchema } from './article-filter.ts'

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const KindSchema = v.picklist(GROUP_KINDS)
const PatternSchema = v.picklist(EDGE_PATTERNS)
/** YYYY-MM or YYYY-MM-DD. */
const PeriodSchema = v.pipe(v.string(), v.regex(/^\d{4}-\d\d(?:-\d\d)?$/, 'a month or a day'))

/** A figure, or why there is none. */
export const MeasureSchema = v.union([v.number(), v.strictObject({ undefined: v.string() })])

/** The measures that have intervals; docs/agreement.md says what each is. */
const TALLY_MEASURES = {
  exact_f1: MeasureSchema,
  relaxed_f1: MeasureSchema,
  token_kappa: MeasureSchema,
  character_kappa: MeasureSchema,
  fleiss_kappa: MeasureSchema,
  krippendorff_alpha: MeasureSchema,
  token_fleiss_kappa: MeasureSchema,
  token_krippendorff_alpha: MeasureSchema,
  value_agreement: MeasureSchema,
}

const MEASURES = {
  ...TALLY_MEASURES,
  n: v.strictObject({
    articles: CountSchema,
    articles_of_all: CountSchema,
    characters: CountSchema,
    tokens: CountSchema,
    spans: v.record(v.string(), CountSchema),
    merged: CountSchema,
  }),
  alpha_u: MeasureSchema,
  alpha_u_2016: MeasureSchema,
  cu_alpha_2016: MeasureSchema,
  ci: v.record(v.string(), v.tuple([v.number(), v.number()])),
}

/** On the values of one attribute; `metric` says how differences count in its alpha. */
const ValueAgreementSchema = v.strictObject({
  n: v.strictObject({ places: CountSchema, one_value: CountSchema }),
  agreement: MeasureSchema,
  alpha: MeasureSchema,
  metric: v.picklist(['nominal', 'interval']),
})

const GROUP = {
  annotators: v.array(IdentifierSchema),
  articles: CountSchema,
  labels: v.record(
    v.string(),
    v.strictObject({ ...MEASURES, attributes: v.record(v.string(), ValueAgreementSchema) }),
  ),
  overall: v.strictObject({
    ...MEASURES,
    u_alpha_2016: MeasureSchema,
    macro_exact_f1: MeasureSchema,
    macro_relaxed_f1: MeasureSchema,
  }),
  confusion: v.strictObject({
    labels: v.array(LabelNameSchema),
    cells: v.array(v.array(CountSchema)),
  }),
}

/** Places by kind, and those that are not agreed. */
const DISPUTE = {
  places: v.strictObject({
    duplicates: CountSchema,
    label: CountSchema,
    bounds: CountSchema,
    attributes: CountSchema,
    missing: CountSchema,
    agreed: CountSchema,
  }),
  disputed: CountSchema,
}

const PeriodAgreementSchema = v.strictObject({
  when: v.nullable(PeriodSchema),
  articles: CountSchema,
  spans: CountSchema,
  ...TALLY_MEASURES,
})

/** How far annotators agree, as `rubricator agree --json` prints it; offsets of examples are code points. */
export const AgreementSchema = v.strictObject({
  ...GROUP,
  pairs: v.optional(v.array(v.strictObject(GROUP))),
  disputes: v.strictObject({
    ...DISPUTE,
    disputed_phrases: CountSchema,
    phrases: v.array(v.strictObject({ phrase: v.string(), ...DISPUTE })),
    outlets: v.array(
      v.strictObject({ outlet: v.nullable(v.string()), articles: CountSchema, ...DISPUTE }),
    ),
    patterns: v.array(
      v.strictObject({
        pattern: PatternSchema,
        places: CountSchema,
        examples: v.array(
          v.strictObject({
            article: IdentifierSchema,
            start: CountSchema,
            end: CountSchema,
            quotes: v.array(v.string()),
          }),
        ),
      }),
    ),
  }),
  over_time: v.strictObject({
    published: v.array(PeriodAgreementSchema),
    changed: v.array(PeriodAgreementSchema),
  }),
})

export const AgreementReportSchema = v.strictObject({
  agreement: AgreementSchema,
  /** Articles that were left out, because the present annotator is still marking them. */
  hidden: CountSchema,
})
export type AgreementReport = Readonly<v.InferOutput<typeof AgreementReportSchema>>

/** What is compared; null is everything that the project has. */
export const AgreementSelectionSchema = v.strictObject({
  annotators: v.nullable(v.pipe(v.array(IdentifierSchema), v.maxLength(1000))),
  labels: v.nullable(v.pipe(v.array(LabelNameSchema), v.maxLength(1000))),
  articles: v.nullable(
    v.union([ArticleFilterSchema, v.pipe(v.array(IdentifierSchema), v.maxLength(100_000))]),
  ),
})

/** Which places a figure is made of: those of which all of it is true; null asks nothing. */
export const ItemQuestionSchema = v.strictObject({
  /** Somebody has marked it with this label. */
  label: v.nullable(LabelNameSchema),
  kinds: v.nullable(v.pipe(v.array(KindSchema), v.maxLength(GROUP_KINDS.length))),
  /** As `disputes.phrases` has it. */
  phrase: v.nullable(v.pipe(v.string(), v.maxLength(1_000_000))),
  pattern: v.nullable(PatternSchema),
  /** A cell of the matrix of confusion; a null within it is *not marked*. */
  cell: v.nullable(
    v.strictObject({ row: v.nullable(LabelNameSchema), column: v.nullable(LabelNameSchema) }),
  ),
  /** As `labels.LABEL.attributes` names it, of spans with the label; see `outcomeOf`. */
  value: v.nullable(
    v.strictObject({
      attribute: AttributeNameSchema,
      outcomes: v.pipe(v.array(v.picklist(VALUE_OUTCOMES)), v.maxLength(VALUE_OUTCOMES.length)),
    }),
  ),
  /** The article's outlet; a null within it is none. */
  outlet: v.nullable(v.strictObject({ name: v.nullable(v.string()) })),
  /** The article's month of publication, or the day of its last change; a null within it is none. */
  published: v.nullable(v.strictObject({ when: v.nullable(PeriodSchema) })),
  changed: v.nullable(v.strictObject({ when: v.nullable(PeriodSchema) })),
})
export type FigureQuestion = Readonly<v.InferOutput<typeof ItemQuestionSchema>>

/** Every place is part of it. */
export const EVERY_PLACE: FigureQuestion = {
  label: null,
  kinds: null,
  phrase: null,
  pattern: null,
  cell: null,
  value: null,
  outlet: null,
  published: null,
  changed: null,
}

/** Where a list of places goes on: in which of the chosen articles, and after how many of its places. */
export const ItemPositionSchema = v.strictObject({ article: CountSchema, place: CountSchema })

/** A place that a figure is made of; offsets are UTF-16 code units, quotes are cut where they are long. */
export const FigureItemSchema = v.strictObject({
  article: IdentifierSchema,
  title: v.string(),
  kind: KindSchema,
  start: CountSchema,
  end: CountSchema,
  marks: v.array(
    v.strictObject({
      annotator: IdentifierSchema,
      label: LabelNameSchema,
      start: CountSchema,
      end: CountSchema,
      quote: v.string(),
      attributes: AttributesSchema,
    }),
  ),
  missing: v.array(IdentifierSchema),
})
export type FigureItem = Readonly<v.InferOutput<typeof FigureItemSchema>>
