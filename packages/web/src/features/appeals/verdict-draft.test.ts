import { expect, test } from 'vitest'
import { clearTaken, take, takenFor } from '../../player/taken.ts'
import { draftOf, forgetDraft, keepDraft } from './verdict-draft.ts'

const zone = 'Europe/Moscow'
const at = (iso: string) => Date.parse(iso)

test('T-19 a moment taken from the recording stands among the times of the verdict, and what was written stays', () => {
  expect(draftOf('apl_1', zone).codes).toEqual([{ key: 0, from: '', to: '' }])
  keepDraft('apl_1', {
    satisfied: true,
    value: null,
    annulled: ['m1'],
    reasoning: 'Виден калькулятор.',
    codes: [
      { key: 0, from: '10:01:00', to: '10:02:00' },
      { key: 4, from: ' ', to: '' },
    ],
  })
  take('apl_1', { fromMs: at('2026-06-08T07:05:30Z'), toMs: at('2026-06-08T07:06:00Z') })
  take('apl_2', { fromMs: at('2026-06-08T08:00:00Z'), toMs: at('2026-06-08T08:00:00Z') })
  expect(draftOf('apl_1', zone)).toEqual({
    satisfied: true,
    value: null,
    annulled: ['m1'],
    reasoning: 'Виден калькулятор.',
    codes: [
      { key: 0, from: '10:01:00', to: '10:02:00' },
      { key: 1, from: '10:05:30', to: '10:06:00' },
    ],
  })
  clearTaken('apl_1')
  expect(draftOf('apl_1', zone).codes).toEqual([{ key: 0, from: '10:01:00', to: '10:02:00' }])
  forgetDraft('apl_1')
  expect(draftOf('apl_1', zone)).toMatchObject({ satisfied: null, reasoning: '' })
  expect(takenFor('apl_2'), 'another appeal keeps its own').toHaveLength(1)
})
