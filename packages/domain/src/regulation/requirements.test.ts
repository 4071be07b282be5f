import { expect, test } from 'vitest'
import { equipmentRecord } from '../equipment/admit.ts'
import { instant } from '../time.ts'
import { acknowledge, stillToRead } from './acknowledgement.ts'
import { addRequirement, unconfirmed } from './additional.ts'
import { startObstacles } from './before-start.ts'
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

test('R4-6.2.2 nobody starts before acknowledging this version of the rules, kept with its time', () => {
  const old = acknowledge('acc_a', { ...rules, version: 1 }, now)
  const other = acknowledge('acc_b', rules, now)
  const before = {
    person: 'acc_a',
    rules,
    read: [old, other],
    requirements: [],
    confirmed: [],
    equipment: equipmentRecord({}, [], false),
  }
  expect(startObstacles(before)).toEqual(['rules_not_read'])
  const read = acknowledge('acc_a', rules, now)
  expect(read).toEqual({ person: 'acc_a', text: 'exam_rules', version: 2, at: now })
  expect(startObstacles({ ...before, read: [old, other, read] })).toEqual([])
})

test('a start also waits for the institution’s requirements and for the equipment', () => {
  const read = [acknowledge('acc_a', rules, now)]
  const added = addRequirement('004', 'calm_room', 'Предупредите домашних об экзамене.')
  if (!added.ok) throw new Error(added.why)
  const requirements = [added.requirement]
  const before = { person: 'acc_a', rules, read, requirements, confirmed: [] }
  const cannotTell = equipmentRecord({ disk: 'unproven' }, [], false)
  expect(startObstacles({ ...before, equipment: cannotTell })).toEqual([
    'requirement_not_confirmed',
    'equipment_not_declared',
  ])
  const confirmed = { ...before, confirmed: ['calm_room'] }
  const weak = equipmentRecord({ net: 'failed' }, [], false)
  expect(startObstacles({ ...confirmed, equipment: weak })).toEqual(['risk_not_accepted'])
  const phone = equipmentRecord({ device: 'failed' }, [], true)
  expect(startObstacles({ ...confirmed, equipment: phone })).toEqual(['equipment_refused'])
  expect(startObstacles({ ...confirmed, equipment: equipmentRecord({ net: 'failed' }, [], true) })).toEqual(
    [],
  )
})

test('each family of services has its own rules of use, read anew when their version changes', () => {
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

test('TR-65 what the act leaves open is «не урегулировано» and stays open until a person decides with a ground', () => {
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
