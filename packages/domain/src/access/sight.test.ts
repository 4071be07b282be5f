import { expect, test } from 'vitest'
import type { AccountId } from '../ids.ts'
import { mayBeRestricted, mayPlace, narrowed, seesExam, sightOf } from './sight.ts'
import { roles } from './table.ts'

const me = 'acc_me' as AccountId
const other = 'acc_other' as AccountId
const exam = { branch: 'prt_a', author: other, responsible: null, teachers: [] }
const viewer = (own: Parameters<typeof mayBeRestricted>[0], branch: string | null = null) =>
  sightOf({ account: me, roles: own, branch })

test('security 5.6 a teacher alone sees the own course: as author, teacher of the exam, or who answers for it', () => {
  const teacher = viewer(['teacher'])
  expect(seesExam(teacher, exam)).toBe(false)
  expect(seesExam(teacher, { ...exam, author: me })).toBe(true)
  expect(seesExam(teacher, { ...exam, teachers: [me] })).toBe(true)
  expect(seesExam(teacher, { ...exam, responsible: me })).toBe(true)
  expect(seesExam(teacher, { ...exam, teachers: [other] })).toBe(false)
})

test('R4-3.10 who oversees others sees exams of others, a teacher with another post too', () => {
  for (const overseer of ['methodist', 'commission', 'admin', 'dpo'] as const)
    expect([overseer, seesExam(viewer(['teacher', overseer]), exam)]).toEqual([overseer, true])
  for (const helper of ['proctor', 'support', 'parent'] as const)
    expect([helper, seesExam(viewer(['teacher', helper]), exam)]).toEqual([helper, false])
})

test('R3-0b staff of one branch see nothing of another, nor of the head institution', () => {
  const methodist = viewer(['methodist'], 'prt_a')
  expect(seesExam(methodist, exam)).toBe(true)
  expect(seesExam(methodist, { ...exam, branch: 'prt_b' })).toBe(false)
  expect(seesExam(methodist, { ...exam, branch: null })).toBe(false)
  // What one made oneself is never lost.
  expect(seesExam(methodist, { ...exam, branch: null, author: me })).toBe(true)
  expect(seesExam(viewer(['teacher'], 'prt_b'), { ...exam, teachers: [me] })).toBe(false)
})

test('R3-0b administrators, who answers for personal data, and pupils are not restricted to a branch', () => {
  expect(roles.filter((role) => mayBeRestricted([role]))).toEqual([
    'proctor',
    'teacher',
    'methodist',
    'commission',
    'support',
  ])
  expect(viewer(['methodist', 'admin'], 'prt_a')).toBeNull()
})

test('R3-0b a list narrowed to a branch shows that branch and no more, and never one that is shut', () => {
  expect(seesExam(narrowed(null, me, 'prt_b'), { ...exam, author: me })).toBe(false)
  expect(seesExam(narrowed(null, me, 'prt_a'), exam)).toBe(true)
  expect(narrowed(viewer(['methodist'], 'prt_a'), me, 'prt_b')).toBeNull()
  expect(narrowed(viewer(['teacher']), me, 'prt_a')?.ownExams).toBe(true)
})

test('R3-0b somebody of a branch puts an exam into the own branch alone', () => {
  expect([mayPlace(null, null), mayPlace('prt_a', 'prt_a')]).toEqual([true, true])
  expect([mayPlace('prt_a', 'prt_b'), mayPlace('prt_a', null)]).toEqual([false, false])
})
