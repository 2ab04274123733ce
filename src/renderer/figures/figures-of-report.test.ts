import { describe, expect, test } from 'vitest'
import { agreementReport, reportOfThree } from '../../../tests/support/agreement-report.ts'
import { DEFAULT_LABEL_SET } from '../../core/annotation/label-set.ts'
import {
  allFigures,
  betweenAnnotators,
  byLabel,
  confusionFigure,
  overTime,
  type FigureGround,
} from './agreement-figures.ts'
import {
  disputedOutlets,
  disputedPhrases,
  edgePatterns,
  reviewProgress,
} from './dispute-figures.ts'
import type { Figure } from './figure.ts'
import { hasValues, valueFigures } from './value-figures.ts'

const ground = (
  report = agreementReport(),
  measure: FigureGround['measure'] = 'exact_f1',
): FigureGround => ({
  agreement: report.agreement,
  measure,
  labelByName: new Map(DEFAULT_LABEL_SET.map((label) => [label.name, label])),
  nameOf: (annotator) => annotator.toUpperCase(),
})

const texts = ({ rows }: Figure): readonly (readonly string[])[] =>
  rows.map((row) => row.map(({ text }) => text))

describe('figures of a report', () => {
  test('never tell what is not defined as a number', () => {
    const [, , , toll] = texts(byLabel(ground()))
    expect(toll?.slice(0, 3)).toEqual(['casualty figure', 'not defined: there are no spans', ''])
    const three = ground(reportOfThree(), 'token_kappa')
    expect(texts(byLabel(three)).at(-1)?.[1]).toContain('not defined: Cohen')
    const all = texts(allFigures(three)).flat().join(' ')
    expect(all).not.toMatch(/NaN|undefined|Infinity/)
  })

  test('open the places of their label, or of all', () => {
    const { rows } = byLabel(ground())
    const questions = rows.map((row) => row[1]?.parts)
    expect(questions.map((parts) => parts?.type === 'places' && parts.question)).toEqual([
      { label: 'claim' },
      { label: 'actor' },
      { label: 'date' },
      { label: 'casualty figure' },
      { label: null },
    ])
  })

  test('compare each annotator with each other', () => {
    expect(texts(betweenAnnotators(ground(reportOfThree())))).toEqual([
      ['CHEN-LI', '–', '0.62', '0.71'],
      ['MIRIAM-KELLER', '0.62', '–', '0.80'],
      ['TARIK-AYDIN', '0.71', '0.80', '–'],
    ])
    const [, first] = betweenAnnotators(ground(reportOfThree())).rows[1] ?? []
    expect(first?.parts).toMatchObject({ annotators: ['miriam-keller', 'chen-li'] })
  })

  test('show which label for which, and open what is not nothing', () => {
    const { rows } = confusionFigure(ground())
    expect(rows[2]?.[1]?.parts).toMatchObject({
      question: { cell: { row: 'date', column: 'claim' } },
    })
    expect(rows[0]?.[2]?.parts).toBeUndefined()
    expect(rows[4]?.[1]?.parts).toMatchObject({
      question: { cell: { row: null, column: 'claim' } },
    })
    expect(rows[4]?.[5]?.text).toBe('')
  })

  test('go by time, with what has no date last', () => {
    const { rows } = overTime(ground(), 'published')
    expect(rows.map(([when]) => when?.text)).toEqual(['2020-02', '2020-03', 'no date'])
    expect(rows[2]?.[1]?.parts).toMatchObject({ question: { published: { when: null } } })
    expect(overTime(ground(agreementReport(), 'alpha_u'), 'changed').title).toBe(
      'Exact F1 over time',
    )
  })

  test('say how far values are the same, and open those that differ or stand alone', () => {
    const { rows } = valueFigures(ground())
    expect(texts(valueFigures(ground()))).toEqual([
      ['casualty figure: count', '0.93', '0.98 (by size)', '14', '3'],
      ['casualty figure: outcome', '0.81', '0.62', '16', '0'],
    ])
    const question = { label: 'casualty figure', value: { attribute: 'count', outcomes: ['one'] } }
    expect(rows[0]?.[4]?.parts).toMatchObject({ question })
    expect(rows[1]?.[4]?.parts).toBeUndefined()
    expect(hasValues(agreementReport().agreement)).toBe(true)
    expect(hasValues({ ...agreementReport().agreement, labels: {} })).toBe(false)
  })

  test('say what is disputed, and open it by kind', () => {
    const { disputes } = agreementReport().agreement
    expect(texts(disputedPhrases(disputes))[1]).toEqual([
      'the governor',
      '3',
      '1',
      '0',
      '0',
      '0',
      '0',
    ])
    expect(disputedPhrases(disputes).rows[1]?.[2]?.parts).toMatchObject({
      question: { phrase: 'the governor', kinds: ['missing'] },
    })
    expect(disputedPhrases(disputes).caption).toContain('The first 2 of 60')
    expect(texts(disputedOutlets(disputes))[1]?.[0]).toBe('none stated')
    expect(texts(disputedOutlets(disputes))[1]).toContain('19 %')
    expect(texts(edgePatterns(disputes))).toEqual([
      ['Hedge before a number', '2', '“at least 34 dead” or “34 dead”'],
    ])
  })

  test('count the articles by how far their review is', () => {
    const entry = {
      outlet: null,
      published: null,
      annotators: [],
      items: 4,
      agreed: 1,
      changed: 0,
      priority: 1,
      f1: null,
      threads: 0,
      withoutLabel: 0,
    }
    const figure = reviewProgress([
      { ...entry, article: 'a1', title: 'A', status: 'approved', open: 0 },
      { ...entry, article: 'a2', title: 'B', status: 'to-review', open: 3 },
    ])
    expect(texts(figure).map(([, count]) => count)).toEqual(['1', '0', '0', '1'])
    expect(figure.rows[3]?.[1]?.parts).toMatchObject({
      articles: [{ article: 'a2', detail: '3 open places' }],
    })
  })
})
