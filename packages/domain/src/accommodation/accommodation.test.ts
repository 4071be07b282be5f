import { expect, test } from 'vitest'
import { nothingPermitted } from '../incident/permitted.ts'
import { decideMove } from '../lifecycle/machine.ts'
import { accommodation as lifecycle } from '../lifecycle/simple.ts'
import { schoolPlace } from '../regulation/programme.ts'
import { instant } from '../time.ts'
import { type Accommodation, coveredBy, extraMinutes, pmpkServices } from './accommodation.ts'
import { assess } from './assess.ts'
import { automaticAccommodations, refuseGrant } from './automatic.ts'
import { inForce } from './standing.ts'
import { conditionsForProctor } from './words.ts'

const grade = (n: number, parent: string | null = null) =>
  automaticAccommodations('001', schoolPlace(n <= 4 ? 'noo' : 'ooo', n), parent)
const assistant: Accommodation = {
  kind: 'pmpk_assistant',
  document: 'ПМПК-12',
  services: ['take_seat', 'read_task'],
  helper: 'acc_helper',
}
const means: Accommodation = { kind: 'pmpk_technical_means', document: 'ПМПК-12', means: ['лупа'] }
const beside = [
  'third_party_help',
  'third_party_conversation',
  'outsider_in_frame',
  'other_people_in_room',
  'background_voices_noise',
] as const

test('R1-6.2c technical help covers every primary pupil of 001, without a document, and ends with class 4', () => {
  for (const n of [1, 2, 3, 4]) {
    expect(grade(n).map(({ kind }) => kind)).toContain('primary_technical_help')
    for (const code of beside) expect(coveredBy({ code }, grade(n)).verdict, code).toBe('permitted')
  }
  expect(grade(5)).toEqual([])
  expect(automaticAccommodations('004', schoolPlace('noo', 2), null)).toEqual([])
  expect(conditionsForProctor(grade(2))[0]).toEqual({
    permitted: [
      'помощь технического характера («наведи курсор на выбранный вариант ответа, «клики» на него», «просмотри, все ли тесты выполнены», «нажми на строку «закончить попытку» и т.п.)',
    ],
    limit: 'Подсказывать ответ и зачитывать задания нельзя.',
  })
})

test('R1-6.2d TR-21 a registered parent of class 1 reads aloud; in class 2 reading aloud counts', () => {
  const reading = { code: 'reading_questions_aloud' } as const
  expect(coveredBy(reading, grade(1, 'acc_parent')).verdict).toBe('permitted')
  expect(coveredBy(reading, grade(1)).verdict).toBe('counts')
  expect(coveredBy(reading, grade(2, 'acc_parent')).verdict).toBe('counts')
  const words = conditionsForProctor(grade(1, 'acc_parent'))
  expect(words[1]).toEqual({
    permitted: ['родитель (законный представитель) зачитывает задания тестов'],
    limit: 'Отвечать за обучающегося и подсказывать ответ нельзя.',
  })
  expect(words[0]?.limit).toBe('Подсказывать ответ нельзя.')
})

test('R1-6.2e an assistant needs a ПМПК recommendation, a registered person and some of the four services', () => {
  expect(Object.values(pmpkServices)).toEqual([
    'занять рабочее место',
    'прочитать задание',
    'водить «мышкой»',
    'отмечать правильные ответы, озвученные испытуемым',
  ])
  expect(refuseGrant('001', assistant)).toBeNull()
  expect(refuseGrant('001', { ...assistant, document: '' })).toBe('no_document')
  expect(refuseGrant('001', { ...assistant, services: [] })).toBe('no_services')
  expect(refuseGrant('001', { ...assistant, helper: null })).toBe('helper_not_registered')
  expect(refuseGrant('004', assistant)).toBe('act_does_not_know_it')
  expect(coveredBy({ code: 'reading_questions_aloud' }, [assistant]).verdict).toBe('permitted')
  const silent: Accommodation = { ...assistant, services: ['move_mouse'] }
  expect(coveredBy({ code: 'reading_questions_aloud' }, [silent]).verdict).toBe('counts')
  expect(coveredBy({ code: 'outsider_in_frame' }, [silent]).verdict).toBe('permitted')
})

test('R1-6.4j the means of a recommendation cover themselves alone; an unnamed device is for a person to judge', () => {
  expect(refuseGrant('001', means)).toBeNull()
  expect(refuseGrant('001', { ...means, means: [] })).toBe('no_means')
  expect(coveredBy({ code: 'gadgets', name: 'лупа' }, [means]).verdict).toBe('permitted')
  expect(coveredBy({ code: 'gadgets', name: 'телефон' }, [means]).verdict).toBe('counts')
  expect(coveredBy({ code: 'gadgets' }, [means])).toEqual({
    verdict: 'unsure',
    because: ['pmpk_technical_means'],
  })
})

test('no condition covers what nothing may permit', () => {
  const all = [...grade(1, 'acc_parent'), assistant, means]
  for (const code of [
    'impersonation_confirmed',
    'identity_document_missing',
    'micro_earpiece_hidden_headset',
    'remote_control_software',
    'microphone_disabled',
  ] as const)
    expect(coveredBy({ code, name: 'лупа' }, all).verdict, code).toBe('counts')
})

test('the proctor reads what is permitted and never the document or the condition', () => {
  const disability: Accommodation = {
    kind: 'disability',
    document: 'Справка МСЭ-2023 № 1',
    means: ['увеличитель экрана'],
    extraMinutes: 30,
  }
  const words = JSON.stringify(conditionsForProctor([assistant, means, disability]))
  expect(words).not.toMatch(/ПМПК|МСЭ|[Сс]правк|инвалид|ОВЗ|диагноз|здоров|disab|pmpk/)
  expect(words).toContain('занять рабочее место')
  expect(words).toContain('увеличитель экрана')
  expect(words).toContain('дополнительное время: 30 мин')
  expect(words).not.toContain('водить')
  expect(extraMinutes([assistant, disability])).toBe(30)
  expect(extraMinutes([assistant])).toBe(0)
  expect(refuseGrant('003', { ...disability, extraMinutes: -5 })).toBe('bad_minutes')
})

test('the rules of the exam and the conditions of the examinee are asked together', () => {
  const seen = { code: 'headphones', name: 'слуховой аппарат' } as const
  expect(assess(seen, nothingPermitted, []).verdict).toBe('counts')
  expect(assess(seen, nothingPermitted, [{ ...means, means: ['слуховой аппарат'] }])).toEqual({
    verdict: 'permitted',
    because: ['pmpk_technical_means'],
  })
  expect(assess({ code: 'headphones' }, nothingPermitted, [means]).verdict).toBe('unsure')
  expect(assess({ code: 'headphones' }, { ...nothingPermitted, headphones: true }, [means]).verdict).toBe(
    'permitted',
  )
})

test('SM-20 a request without its document stays a request, a class grants by itself, and only what is in force helps', () => {
  const now = instant('2026-06-01T08:00:00Z')
  const facts = { document: false, primaryPupil: false, reasonGiven: false, termOver: false }
  expect(decideMove(lifecycle, 'requested', 'verify', 'office', facts, now)).toEqual({
    ok: false,
    why: 'no_document',
  })
  expect(
    decideMove(lifecycle, 'requested', 'grant_by_grade', 'system', { ...facts, primaryPupil: true }, now),
  ).toMatchObject({ ok: true, event: { to: 'active' } })
  expect(decideMove(lifecycle, 'requested', 'verify', 'proctor', { ...facts, document: true }, now)).toEqual({
    ok: false,
    why: 'not_yours',
  })
  const granted = {
    state: 'active',
    exam: null,
    from: instant('2026-05-01T00:00:00Z'),
    until: instant('2026-06-01T08:00:00Z'),
    accommodation: assistant,
  } as const
  expect(inForce([granted], 'exm_1', instant('2026-06-01T07:59:59Z'))).toEqual([assistant])
  expect(inForce([granted], 'exm_1', now)).toEqual([])
  const before = instant('2026-05-02T00:00:00Z')
  expect(inForce([{ ...granted, exam: 'exm_2' }], 'exm_1', before)).toEqual([])
  for (const state of ['requested', 'refused', 'expired'] as const)
    expect(inForce([{ ...granted, state }], 'exm_1', before), state).toEqual([])
})
