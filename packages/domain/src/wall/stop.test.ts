import { expect, test } from 'vitest'
import { under } from './samples.ts'
import { stop } from './stop.ts'

const wanted = (confirmed: number, justification = '') => ({ reason: 'Подсказки', confirmed, justification })

test('R4-7.5b TR-46 under 004 one confirmed case does not stop, two do, and 5.13 follows', () => {
  expect(stop(wanted(1), under('004'))).toEqual({ ok: false, why: 'too_few_violations' })
  expect(stop(wanted(2), under('004'))).toEqual({
    ok: true,
    ground: 'repeated_violations',
    consequence: 'Неудовлетворительно, академическая задолженность',
  })
})

test('R4-7.5b before violations repeat only an explicit justification stops, and it brings no bad mark', () => {
  expect(stop(wanted(0, 'Пожарная тревога'), under('004'))).toEqual({
    ok: true,
    ground: 'justified',
    consequence: null,
  })
  expect(stop(wanted(0, '  '), under('004'))).toEqual({ ok: false, why: 'too_few_violations' })
})

test('TR-46 000 stops a lesson or an exam at any time and attaches nothing to it; 003 gives no right', () => {
  expect(stop(wanted(0), under('000'))).toEqual({ ok: true, ground: 'at_any_time', consequence: null })
  expect(stop(wanted(9, 'x'), under('003'))).toEqual({ ok: false, why: 'not_under_this_act' })
})

test('the number of cases is the policy’s, not the rule’s', () => {
  const strict = under('001', { 'live.stop_right': 'repeated', 'live.stop_violations': 3 })
  expect(stop(wanted(2), strict)).toEqual({ ok: false, why: 'too_few_violations' })
  expect(stop(wanted(3), strict)).toMatchObject({ ok: true, ground: 'repeated_violations' })
})

test('TR-47 no stop without a reason, however many violations there are', () => {
  expect(stop({ ...wanted(9, 'x'), reason: ' ' }, under('004'))).toEqual({ ok: false, why: 'no_reason' })
  expect(stop({ ...wanted(0), reason: '' }, under('000'))).toEqual({ ok: false, why: 'no_reason' })
})
