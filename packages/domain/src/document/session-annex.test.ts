import { expect, test } from 'vitest'
import { quiet } from './sample/sessions.ts'
import { instant } from '../time.ts'
import { evaluation, sessionAnnex } from './session-annex.ts'

const printed = (learner: string | null) => JSON.stringify(evaluation({ ...quiet, learner }, 'Europe/Moscow'))

test('R1-4.2a the record of a session prints the id given to the learner at registration', () => {
  expect(printed('СДО-004217')).toContain('[{"text":["Идентификатор обучающегося"]},{"text":["СДО-004217"]}]')
  expect(printed(null)).not.toContain('Идентификатор обучающегося')
})

test('R1-5.2c the annex says how much of the recording was watched, how much only fast, and what was passed over and why', () => {
  const at = (minute: number) => instant('2026-06-08T07:00:00Z').add({ minutes: minute })
  const review = {
    by: 'Орлова Елена',
    lengthMs: 3_600_000,
    playedMs: 900_000,
    fastMs: 600_000,
    skippedMs: 2_700_000,
    owed: [{ from: at(50), to: at(51), why: 'hint' as const }],
    passedOver: [{ from: at(10), to: at(40), why: 'quiet' as const }],
    hints: 4,
    hintsResolved: 4,
  }
  const annex = JSON.stringify(sessionAnnex({ ...quiet, review }, 'Europe/Moscow', () => null))
  expect(annex).toContain(
    'Длительность записи 60,0 мин.; просмотрено 25 % (15,0 мин.), из них только ускоренно 16 % (10,0 мин.); пропущено 75 % (45,0 мин.). Сигналов системы 4, рассмотрено 4.',
  )
  expect(annex.indexOf('сигналов и отметок нет')).toBeLessThan(annex.indexOf('сигнал системы'))
  expect(annex).toContain('10:10:00–10:40:00')
  expect(
    JSON.stringify(
      sessionAnnex({ ...quiet, review: { ...review, fastMs: null } }, 'Europe/Moscow', () => null),
    ),
  ).toContain('скорость не сохранялась')
  expect(JSON.stringify(sessionAnnex(quiet, 'Europe/Moscow', () => null))).not.toContain(
    'Просмотр записи проктором',
  )
})
