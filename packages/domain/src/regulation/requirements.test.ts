import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { acknowledge, stillToRead } from './acknowledgement.ts'
import { addRequirement, unconfirmed } from './additional.ts'
import { scopes } from './scope.ts'
import { mayHoldFirstExam, parameterLines } from './unregulated.ts'

for (const [id, act, clause] of [
  ['R0-7.1b', '000', '7.1'],
  ['R1-9.1b', '001', '9.1'],
  ['R3-7.1b', '003', '7.1'],
  ['R4-9.1b', '004', '9.1'],
] as const)
  test(`${id} an exam under ${act} takes a requirement of the institution, which the examinee confirms`, () => {
    const added = addRequirement(act, 'calm_room', ' Предупредите домашних об экзамене. ')
    expect(added).toEqual({
      ok: true,
      requirement: { id: 'calm_room', text: 'Предупредите домашних об экзамене.', clause },
    })
    if (!added.ok) throw new Error(added.why)
    expect(unconfirmed([added.requirement], [])).toEqual([added.requirement])
    expect(unconfirmed([added.requirement], ['calm_room'])).toEqual([])
    expect(addRequirement(act, 'empty', '  ')).toEqual({ ok: false, why: 'no_text' })
  })

test('under 002, which gives no such right, no requirement is added', () =>
  expect(addRequirement('002', 'x', 'Текст')).toEqual({ ok: false, why: 'no_right' }))

const rules = { text: 'exam_rules', version: 2, body: 'Правила' }
const now = instant('2026-06-01T08:00:00Z')

for (const id of ['R3-4.1.2', 'R4-6.2.2'])
  test(`${id} the rules of conduct stay to be read until this person acknowledged this version, with its time`, () => {
    const old = acknowledge('acc_a', { ...rules, version: 1 }, now)
    const other = acknowledge('acc_b', rules, now)
    expect(stillToRead('acc_a', [rules], [old, other])).toEqual([rules])
    const read = acknowledge('acc_a', rules, now)
    expect(read).toEqual({ person: 'acc_a', text: 'exam_rules', version: 2, at: now })
    expect(stillToRead('acc_a', [rules], [old, other, read])).toEqual([])
  })

test('R0-1.1c each family of services has its own rules of use, read anew when their version changes', () => {
  const services = ['video_conference', 'messenger', 'files'].map((text) => ({
    text,
    version: 1,
    body: text,
  }))
  const read = services.slice(0, 2).map((one) => acknowledge('acc_a', one, now))
  expect(stillToRead('acc_a', services, read).map(({ text }) => text)).toEqual(['files'])
  const reworded = services.map((one) => (one.text === 'messenger' ? { ...one, version: 2 } : one))
  expect(stillToRead('acc_a', reworded, read).map(({ text }) => text)).toEqual(['messenger', 'files'])
})

test('R0-7.4 TR-65 what the act leaves open is «не урегулировано» and stays open until a person decides with a ground', () => {
  const { studyForms } = scopes['000']
  const parameters = { study_forms: studyForms === null ? null : studyForms.join(), kind: 'Положение' }
  const open = parameterLines(parameters, [])
  expect(open).toEqual([
    { parameter: 'study_forms', shown: 'не урегулировано', standing: 'open' },
    { parameter: 'kind', shown: 'Положение', standing: 'regulated' },
  ])
  expect(mayHoldFirstExam(open)).toBe(false)
  const groundless = parameterLines(parameters, [{ parameter: 'study_forms', author: 'acc_a', ground: '' }])
  expect(mayHoldFirstExam(groundless)).toBe(false)
  const decided = parameterLines(parameters, [
    { parameter: 'study_forms', author: 'acc_a', ground: 'Решение педсовета № 8' },
  ])
  expect(decided[0]?.standing).toBe('decided')
  expect(mayHoldFirstExam(decided)).toBe(true)
})
