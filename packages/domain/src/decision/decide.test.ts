import { expect, test } from 'vitest'
import { day } from '../document/dates.ts'
import { blank0044, form0044 } from '../document/f-004-4.ts'
import { printedLines } from '../document/printed-lines.ts'
import { quality, trainingCentre } from '../document/sample/institutions.ts'
import { quiet } from '../document/sample/sessions.ts'
import type { ViolationCode } from '../incident/catalogue.ts'
import { instant } from '../time.ts'
import { decide, undecided } from '../policy/act-policy.ts'
import { effectivePolicy } from '../policy/effective.ts'
import { preset } from '../policy/presets.ts'
import { academicDebt } from './academic-debt.ts'
import { type Before, type Choice, decideResult } from './decide.ts'
import { directorRequest } from './director.ts'
import { defaultDecisionPolicy, type Findings } from './findings.ts'
import { makersOf } from './makers.ts'
import { recommendations } from './recommend.ts'
import { columnEight } from './scale.ts'
import { resultValues, vocabulary } from './values.ts'
import { vocabularyOf } from './vocabulary.ts'

const now = instant('2026-05-26T09:00:00Z')
const findings: Findings = {
  act: '004',
  marks: [],
  switchedOff: [],
  stoppedForViolations: false,
  recordingRequired: true,
  recordingConfirmed: true,
  started: true,
  finalAttestation: true,
  failure: null,
}
const told = (over: Partial<Findings>) => recommendations({ ...findings, ...over }, defaultDecisionPolicy)
const marked = (code: ViolationCode) => ({ marks: [{ code, occurrences: 1 }] })

const before: Before = {
  act: '004',
  finalAttestation: true,
  scale: 'pass_fail',
  ownMaker: null,
  vocabulary: vocabulary['004'],
  proctors: ['проктор'],
  handedOverAt: now,
  recommended: told({}),
  questionsOpen: 0,
  director: null,
}
const choice: Choice = {
  value: 'passed',
  authentic: true,
  ground: 'Приложение 4, графа 8',
  by: { person: 'менеджер', as: 'programme_manager' },
  second: null,
}
const teacher = { person: 'преподаватель', as: 'teacher' } as const
const interim = { ...before, finalAttestation: false, scale: null } as const
const why = (given: Before, chosen: Choice) => {
  const decided = decideResult(given, chosen, now)
  return decided.ok ? 'decided' : decided.why
}

test('R0-1.3e R4-1.5b the record says whether the result is confirmed as authentic, by whom and when', () => {
  const decided = decideResult(before, choice, now)
  expect(decided).toMatchObject({
    ok: true,
    record: { authentic: true, by: { person: 'менеджер', as: 'programme_manager' }, at: now },
  })
  expect(decideResult(before, { ...choice, authentic: false }, now)).toMatchObject({
    record: { authentic: false },
  })
  expect(why(before, { ...choice, value: 'confirmed', authentic: false })).toBe('contradicts_itself')
})

test('R4-4.6b TR-06 the teacher decides after the protocol was handed over, not the proctor and no machine', () => {
  const byTeacher = { ...choice, by: teacher }
  expect(why(interim, byTeacher)).toBe('decided')
  expect(why({ ...interim, handedOverAt: null }, byTeacher)).toBe('not_handed_over')
  for (const as of ['proctor', 'system', 'programme_manager', 'director', 'commission'] as const)
    expect(why(interim, { ...choice, by: { person: 'другой', as } }), as).toBe('not_yours')
  expect(why({ ...interim, proctors: [teacher.person] }, byTeacher)).toBe('own_session')
})

test('R4-A4.10 of a final attestation the programme manager decides pass or fail and grades, and signs by name', () => {
  for (const value of ['passed', 'not_passed'] as const)
    expect(why(before, { ...choice, value })).toBe('decided')
  expect(why(before, { ...choice, by: teacher })).toBe('not_yours')
  const lines = printedLines(blank0044({ institution: trainingCentre, quality }))
  expect(lines).toContain(
    'Ф.И.О. менеджера образовательной программы, уполномоченного принимать решение о зачете/незачете результатов тестирования и проставление оценки в соответствии с набранными баллами  Подпись менеджера ',
  )
  const formed = form0044({
    institution: trainingCentre,
    quality,
    proctor: 'Лаптева Ирина Олеговна',
    manager: 'Воронин Сергей Дмитриевич',
    rows: [
      {
        examinee: 'Гончарова Мария Павловна',
        group: 'поток 5',
        lmsGrade: '87 баллов',
        on: day('2026-05-25'),
        status: 1,
        comment: '',
        result: resultValues.passed,
        session: quiet,
      },
    ],
  })
  const text = formed.ok ? printedLines(formed.document).join('\n') : JSON.stringify(formed.missing)
  expect(text).toContain('набранными баллами Воронин Сергей Дмитриевич Подпись менеджера')
})

test('R4-A4.08 column 8 says «зачтено/незачтено» or one of four grades, as the exam has it', () => {
  expect(columnEight('pass_fail')).toEqual(['зачтено', 'незачтено'])
  expect(columnEight('four_grades')).toEqual([
    'отлично',
    'хорошо',
    'удовлетворительно',
    'неудовлетворительно',
  ])
  expect(why(before, { ...choice, value: 'grade_5' })).toBe('other_scale')
  expect(why({ ...before, scale: 'four_grades' }, choice)).toBe('other_scale')
  expect(why({ ...before, scale: 'four_grades' }, { ...choice, value: 'unsatisfactory' })).toBe('decided')
})

test('R4-A4.11 TR-04 a status is advice: the result may be another one, and says that it departs', () => {
  const recommended = told(marked('cheating_copying'))
  expect(recommended.map(({ value }) => value)).toContain('testing_cancelled')
  const decided = decideResult({ ...before, recommended }, choice, now)
  expect(decided).toMatchObject({ ok: true, record: { value: 'passed', departs: true, shown: recommended } })
  expect(why({ ...before, recommended }, { ...choice, ground: '  ' })).toBe('no_ground')
})

test('R4-A4.18 status 2 recommends to cancel the testing; a person with a second one does it, or does not', () => {
  const recommended = told(marked('cheating_copying'))
  const status = recommended.find(({ rule }) => rule === 'check_status')
  expect(status && [status.status?.main, status.value && resultValues[status.value]]).toEqual([
    2,
    'отмена тестирования',
  ])
  const cancel = { ...choice, value: 'testing_cancelled' } as const
  expect(why({ ...before, recommended }, cancel)).toBe('second_person')
  expect(why({ ...before, recommended }, { ...cancel, second: choice.by })).toBe('second_person')
  const second = { person: 'директор', as: 'director' } as const
  const decided = decideResult({ ...before, recommended }, { ...cancel, second }, now)
  expect(decided).toMatchObject({ ok: true, record: { value: 'testing_cancelled', departs: false } })
})

for (const [status, code] of [
  [3, 'static_frozen_image'],
  [4, 'profanity'],
  [5, 'video_signal_interrupted'],
] as const)
  test(`R4-A4.19 status ${status} asks the director or the deputy, whose answer is there before the decision and stays with it`, () => {
    const recommended = told(marked(code))
    expect(directorRequest(recommended)).toEqual({ status, to: ['director', 'deputy_director'] })
    expect(why({ ...before, recommended }, choice)).toBe('director_first')
    const director = {
      recommendation: 'Зачесть',
      by: { person: 'заместитель', post: 'deputy_director' },
      at: now,
    } as const
    expect(decideResult({ ...before, recommended, director }, choice, now)).toMatchObject({
      ok: true,
      record: { director },
    })
  })

for (const [status, over] of [
  [1, {}],
  [2, marked('cheating_copying')],
  [6, { started: false }],
] as const)
  test(`R4-A4.19 TR-07 status ${status} asks nobody`, () => {
    const recommended = told(over)
    expect(recommended.find(({ rule }) => rule === 'check_status')?.status?.main).toBe(status)
    expect(directorRequest(recommended)).toBeNull()
  })

test('TR-06 001 and 003 leave the decision to the institution: until it has said who, nobody decides', () => {
  for (const act of ['001', '003'] as const) {
    const given = { ...interim, act, recommended: [] }
    const chosen = { ...choice, value: 'confirmed', by: teacher } as const
    expect(makersOf(act, false, null)).toEqual([])
    expect(why(given, chosen)).toBe('not_yours')
    expect(why({ ...given, ownMaker: 'teacher' }, chosen)).toBe('decided')
  }
})

test('TR-42 a word of another act is no result here', () => {
  const chosen = { ...choice, by: teacher, second: { person: 'директор', as: 'director' } } as const
  const given = { ...interim, ownMaker: 'teacher', recommended: [] } as const
  expect(
    why({ ...given, act: '003', vocabulary: vocabulary['003'] }, { ...chosen, value: 'not_attested' }),
  ).toBe('not_in_vocabulary')
  expect(
    why({ ...given, act: '004', vocabulary: vocabulary['004'] }, { ...chosen, value: 'non_attestation' }),
  ).toBe('not_in_vocabulary')
  expect(
    why({ ...given, act: '001', vocabulary: vocabulary['001'] }, { ...chosen, value: 'unsatisfactory' }),
  ).toBe('not_in_vocabulary')
  expect(
    why({ ...given, act: '001', vocabulary: vocabulary['001'] }, { ...chosen, value: 'not_attested' }),
  ).toBe('decided')
})

test('TR-42 the words of a result are all different and none stands for another', () => {
  expect(new Set(Object.values(resultValues)).size).toBe(Object.keys(resultValues).length)
  expect(vocabulary['001']).toContain('non_attestation')
  expect(vocabulary['001']).toContain('not_attested')
})

test('a decision waits for the answers its rules depend on', () =>
  expect(why({ ...before, questionsOpen: 1 }, choice)).toBe('questions_open'))

test('R4-5.13a a stop confirmed by the decision leaves an academic debt with exam, day and clause; a decision that departs does not', () => {
  const recommended = told({ finalAttestation: false, stoppedForViolations: true })
  const given = { ...interim, recommended }
  const failed = decideResult(given, { ...choice, value: 'unsatisfactory', by: teacher }, now)
  const passed = decideResult(given, { ...choice, value: 'passed', by: teacher }, now)
  if (!failed.ok || !passed.ok) throw new Error('not decided')
  expect(academicDebt('Гончарова', 'Охрана труда', failed.record)).toEqual({
    examinee: 'Гончарова',
    exam: 'Охрана труда',
    since: now,
    clause: '5.13',
  })
  expect(academicDebt('Гончарова', 'Охрана труда', passed.record)).toBeNull()
})

test('T-17 no recommendation turns into a result by itself: without a person’s choice there is no record', () => {
  const machine = { ...choice, by: { person: '', as: 'system' } } as const
  for (const act of ['001', '003', '004'] as const)
    for (const finalAttestation of [true, false])
      for (const ownMaker of ['teacher', 'director', null] as const)
        expect(why({ ...before, act, finalAttestation, ownMaker }, machine)).toBe('not_yours')
})

test('R0-7.4 TR-65 000 names no result: what may be decided is what the school said, and nobody decides until it did', () => {
  const said = (value: readonly string[]) => {
    const made = decide(preset('000'), 'decision.values', { value, ground: 'Приказ № 43 от 01.09.2026' })
    const effective = made.ok ? effectivePolicy(made.policy) : null
    if (!effective?.ok) throw new Error('not decided')
    return vocabularyOf('000', effective.policy, ['postponed'])
  }
  const silent = effectivePolicy(preset('000'))
  expect(undecided(preset('000'))).toContain('decision.values')
  if (!silent.ok) throw new Error('refused')
  expect(vocabularyOf('000', silent.policy)).toEqual([])
  expect(
    vocabularyOf('000', silent.policy, ['retake', 'merit']),
    'said after the exam was published',
  ).toEqual(['retake'])
  expect(vocabularyOf('004', silent.policy, ['retake'])).toContain('grade_5')
  const values = said(['confirmed', 'retake'])
  expect(values).toEqual(['confirmed', 'retake'])
  const ofSchool = {
    ...interim,
    act: '000',
    ownMaker: 'teacher',
    recommended: recommendations({ ...findings, act: '000', ...marked('gadgets') }, defaultDecisionPolicy),
  } as const
  const chosen = { ...choice, by: teacher }
  expect(ofSchool.recommended, 'no rule of the act asks for anything').toEqual([])
  expect(why({ ...ofSchool, vocabulary: values }, { ...chosen, value: 'retake' })).toBe('decided')
  expect(why({ ...ofSchool, vocabulary: values }, { ...chosen, value: 'unsatisfactory' })).toBe(
    'not_in_vocabulary',
  )
  expect(why({ ...ofSchool, vocabulary: [] }, { ...chosen, value: 'retake' })).toBe('not_in_vocabulary')
  expect(why({ ...ofSchool, vocabulary: values, ownMaker: null }, { ...chosen, value: 'retake' })).toBe(
    'not_yours',
  )
  const machine = { ...chosen, by: { person: 'машина', as: 'system' } } as const
  expect(why({ ...ofSchool, vocabulary: values }, { ...machine, value: 'retake' })).toBe('not_yours')
})
