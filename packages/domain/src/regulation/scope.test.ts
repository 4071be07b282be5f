import { expect, test } from 'vitest'
import { actCard, type ActNumber } from './acts.ts'
import { schoolLevelOf, schoolPlace, taskKinds } from './programme.ts'
import { type ExamScope, refuseProctoring, scopes } from './scope.ts'

const inForce = (number: ActNumber) => ({
  number,
  regulatesProctoring: actCard(number).regulatesProctoring,
})
const exam004: ExamScope = {
  level: 'dpo',
  studyForm: 'full_time',
  assessment: 'final',
  proctoring: true,
}

test('R4-1.1a 004 covers full-time study; any other form is refused', () => {
  expect(refuseProctoring(exam004, inForce('004'))).toEqual([])
  for (const studyForm of ['part_time', 'extramural'] as const)
    expect(refuseProctoring({ ...exam004, studyForm }, inForce('004')), studyForm).toEqual([
      'study_form_not_covered',
    ])
})

test('R4-1.6 004 covers intermediate and final attestation of its programmes and nothing else', () => {
  expect(refuseProctoring({ ...exam004, assessment: 'intermediate' }, inForce('004'))).toEqual([])
  expect(refuseProctoring({ ...exam004, assessment: 'current' }, inForce('004'))).toEqual([
    'assessment_not_covered',
  ])
  expect(refuseProctoring({ ...exam004, level: 'vo' }, inForce('004'))).toEqual(['level_not_covered'])
})

test('R4-1.2 without a registered act in force nothing is proctored', () => {
  expect(refuseProctoring(exam004, null)).toEqual(['no_act_in_force'])
})

test('R4-3.0 proctoring is a choice per exam: an exam without it asks for no act', () => {
  expect(refuseProctoring({ ...exam004, proctoring: false }, null)).toEqual([])
  expect(
    refuseProctoring({ ...exam004, proctoring: false, studyForm: 'extramural' }, inForce('004')),
  ).toEqual([])
  expect(refuseProctoring({ ...exam004, level: 'vocational_training' }, inForce('004'))).toEqual([])
})

test('R2-0a the body of 002 never regulates proctoring, so under it none is held', () => {
  const college: ExamScope = {
    level: 'spo',
    studyForm: 'full_time',
    assessment: 'intermediate',
    proctoring: true,
  }
  expect(refuseProctoring(college, inForce('002'))).toEqual(['act_does_not_regulate_proctoring'])
  expect(refuseProctoring(college, inForce('003'))).toEqual([])
})

test('R1-1.1b the levels of 001 are НОО, ООО and СОО, and a class belongs to exactly one of them', () => {
  expect(scopes['001'].levels).toEqual(['noo', 'ooo', 'soo'])
  expect(Array.from({ length: 11 }, (_, index) => schoolLevelOf(index + 1))).toEqual([
    ...Array(4).fill('noo'),
    ...Array(5).fill('ooo'),
    ...Array(2).fill('soo'),
  ])
  expect(schoolPlace('noo', 4, true)).toEqual({ level: 'noo', grade: 4, partOfProgramme: true })
  expect(schoolPlace('noo', 5)).toBeNull()
  expect(schoolLevelOf(0)).toBeNull()
  expect(schoolLevelOf(12)).toBeNull()
})

test('R4-2.11 the rules of 004 are passed for a зачет, an экзамен and an аттестация', () =>
  expect(Object.values(taskKinds)).toEqual(['зачет', 'экзамен', 'аттестация']))
