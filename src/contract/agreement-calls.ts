import * as v from 'valibot'
import {
  AgreementReportSchema,
  AgreementSelectionSchema,
  FigureItemSchema,
  ItemPositionSchema,
  ItemQuestionSchema,
} from './agreement-models.ts'
import { ExportOutcomeSchema } from './models.ts'

/** Much more than any picture or table of figures has, in UTF-16 code units. */
const LONGEST_FILE = 5_000_000

/** The calls of the figures. */
export const agreementCalls = {
  /**
   * Measures how far annotators agree. Tells its progress. A window measures one thing at a time: another call
   * ends the one before, and so does `agreement.cancel`; both are then answered with a failure.
   */
  'agreement.measure': {
    args: AgreementSelectionSchema,
    reply: AgreementReportSchema,
    writes: false,
  },
  'agreement.cancel': { args: v.strictObject({}), reply: v.null(), writes: false },
  /**
   * Lists places that a figure is made of, in the order of the articles' ids and of their texts.
   * @returns Some, and where to go on from; null at the end.
   */
  'agreement.items': {
    args: v.strictObject({
      selection: AgreementSelectionSchema,
      question: ItemQuestionSchema,
      from: ItemPositionSchema,
    }),
    reply: v.strictObject({
      items: v.array(FigureItemSchema),
      next: v.nullable(ItemPositionSchema),
    }),
    writes: false,
  },
  /** Saves a picture or a table of figures where the person wants it. */
  'figures.save': {
    args: v.strictObject({
      name: v.pipe(
        v.string(),
        v.regex(/^[a-z0-9][a-z0-9-]{0,80}\.(?:svg|csv)$/, 'such as "f1.svg"'),
      ),
      content: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_FILE)),
    }),
    reply: ExportOutcomeSchema,
    writes: false,
  },
} as const
