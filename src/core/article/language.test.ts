import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { messyText } from '../../../tests/support/messy-text.ts'
import { newsOfLanguage, NEWS } from '../../../tests/support/news-samples.ts'
import { detectLanguage } from './language.ts'
import { LANGUAGES, LanguageSchema } from './languages.ts'

describe('detectLanguage', () => {
  it.each(NEWS)('knows %s', (tag, text) => {
    expect(detectLanguage(text)).toBe(tag)
  })

  it.each([
    [
      'foreign names',
      'en',
      'Recep Tayyip Erdoğan met Mevlüt Çavuşoğlu and Süleyman Soylu in İzmir, where the ministers spoke of the bridge for an hour before the president left for Şanlıurfa.',
    ],
    [
      'names in other letters',
      'ar',
      'قالت وكالة Reuters نقلا عن NATO إن الجسر القريب من Idlib أغلق يوم الأحد، ولم تعلن Ankara موعد فتحه من جديد.',
    ],
    [
      'addresses',
      'uk',
      'https://harbour-wire.example/world/the-bridge-over-the-river-was-closed-on-sunday desk@harbour-wire.example Міст через річку закрили в неділю, коли робітники знайшли тріщини в його опорах.',
    ],
    [
      'names in Latin letters',
      'zh-Hans',
      'Harbour Wire 记者说，NATO 的 Smith 上将没有去 Brussels 开会。',
    ],
    [
      'the name of a song',
      'zh-Hant',
      '這張唱片裡的「さくら」是他們去年在東京錄的，聽過的人都說好。',
    ],
    [
      'capitals',
      'ru',
      'МОСТ ЧЕРЕЗ РЕКУ ЗАКРЫЛИ В ВОСКРЕСЕНЬЕ: РАБОЧИЕ НАШЛИ ТРЕЩИНЫ В ОПОРАХ, ЖИТЕЛИ ЖДУТ ОТВЕТА ВЛАСТЕЙ',
    ],
    [
      'marks that stand alone',
      'vi',
      'Cây cầu bắc qua sông đã bị đóng hôm Chủ nhật sau khi công nhân phát hiện vết nứt ở trụ.'.normalize(
        'NFD',
      ),
    ],
  ])('is not misled by %s', (_what, tag, text) => {
    expect(detectLanguage(text)).toBe(tag)
  })

  it.each([
    ['no text', ''],
    ['figures and signs', '28.02.2020 – 34 (+12%) 👍🏽'],
    ['a word', 'Reuters'],
    ['a few words', 'Berlin Madrid Roma'],
    ['no words', 'x'.repeat(50)],
    ['nothing but addresses', 'https://harbour-wire.example/world/the-bridge-was-closed'],
    ['two languages at once', 'broen havnen elven veien huset byen landet'],
    [
      'an alphabet that it does not know',
      'Ŵŷŵŷ ǥǥŋŋ đđžž ŧŧ ǩǩ õõ ää öö ŋŋ ǥǥ đđ ŧŧ žž õõ ŋŋ ää öö ǥǥ ŧŧ đđ õõ',
    ],
  ])('is not sure about %s', (_what, text) => {
    expect(detectLanguage(text)).toBeNull()
  })

  it('knows the sample articles', () => {
    const folder = join(import.meta.dirname, '../../../seeds/articles')
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    expect(new Set(texts.map(detectLanguage))).toEqual(new Set(['en']))
  })

  it('goes by the beginning, however long the text is', () => {
    const arabic = `${newsOfLanguage('ar')}\n`.repeat(20)
    const english = `${newsOfLanguage('en')}\n`.repeat(4000)
    expect(detectLanguage(arabic + english)).toBe('ar')
  })

  it('gives a language that can be chosen, or none, for any text', () => {
    fc.assert(
      fc.property(fc.array(messyText, { maxLength: 20 }), (parts) => {
        const tag = detectLanguage(parts.join(' '))
        if (tag === null) return
        expect(v.is(LanguageSchema, tag)).toBe(true)
        expect(LANGUAGES).toContain(tag)
        expect(detectLanguage(parts.join(' '))).toBe(tag)
      }),
    )
  })
})
