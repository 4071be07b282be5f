import { refusals as wire } from '@ochno/contract/refusals'
import { lifecycleRefusals } from '@ochno/domain/lifecycle/machine'
import { lives } from '@ochno/domain/lifecycle/samples'
import { sessionRefusals } from '@ochno/domain/session/session'
import { describe, expect, test } from 'vitest'
import { en, ru } from './i18n/resources.ts'

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>

const sections: Readonly<Record<string, string>> = {
  'SM-1': 'exam',
  'SM-2': 'session',
  'SM-3': 'mark',
  'SM-4': 'review',
  'SM-5': 'decision',
  'SM-6': 'appeal',
  'SM-7': 'consent',
  'SM-8': 'service',
  'SM-9': 'assignment',
  'SM-10': 'request',
  'SM-11': 'survey',
  'SM-12': 'group',
  'SM-13': 'appointment',
  'SM-14': 'eligibility',
  'SM-15': 'act',
  'SM-16': 'application',
  'SM-17': 'outage',
  'SM-18': 'retention',
  'SM-19': 'ticket',
  'SM-20': 'accommodation',
}

/** A person reads a sentence: it begins as one, ends as one, and holds nothing of the code. */
const isSentence = (text: string | undefined) => /^[А-ЯЁA-Z][^_]{8,}[.]$/u.test(text ?? '')

for (const [language, words] of [
  ['Russian', ru.refusals],
  ['English', en.refusals],
] as readonly (readonly [string, Words])[])
  describe(`${language} words of refusals`, () => {
    for (const [life] of lives)
      test(`${life.id} every reason has a sentence, and no sentence is left over`, () => {
        const said = words[sections[life.id] ?? ''] ?? {}
        expect(Object.keys(said).sort()).toEqual([...life.refusals].sort())
        expect(Object.values(said).filter((text) => !isSentence(text))).toEqual([])
      })

    test('what every lifecycle may answer has a sentence', () => {
      expect(Object.keys(words.any ?? {}).sort()).toEqual([...lifecycleRefusals].sort())
      expect(Object.values(words.any ?? {}).every(isSentence)).toBe(true)
    })

    test('there is no section that no lifecycle speaks', () => {
      expect(Object.keys(words).sort()).toEqual(['any', ...Object.values(sections)].sort())
    })
  })

test('SM-2 every refusal of the server’s session has a status and a sentence in both languages', () => {
  for (const code of sessionRefusals) {
    const { status, ru, en } = wire[code]
    expect([code, status >= 400, isSentence(ru), isSentence(en)]).toEqual([code, true, true, true])
  }
})
