import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { confirm, findIgnored, type Instruction, instruct, markOfInstruction, shown } from './instruction.ts'

const at = (s: number) => instant('2026-06-01T09:00:00Z').add({ seconds: s })
const given = (): Instruction => {
  const made = instruct('Покажите стол', 'Шелест бумаги', 'sync', at(0))
  if (!made.ok) throw new Error(made.why)
  return made.instruction
}

test('TR-39 instructions are of a live exam; TR-47 and none is without a reason', () => {
  expect(instruct('Покажите стол', 'Шелест', 'async', at(0))).toEqual({ ok: false, why: 'nobody_watches' })
  expect(instruct('Покажите стол', ' ', 'sync', at(0))).toEqual({ ok: false, why: 'no_reason' })
  expect(instruct(' ', 'Шелест', 'sync', at(0))).toEqual({ ok: false, why: 'no_words' })
})

test('what was not on the screen is neither confirmed nor ignored', () => {
  expect(confirm(given(), at(5))).toEqual({ ok: false, why: 'not_shown_yet' })
  expect(findIgnored(given(), 'Не показал', at(5))).toEqual({ ok: false, why: 'not_shown_yet' })
  expect(confirm(shown(given(), at(6)), at(5))).toEqual({ ok: false, why: 'not_shown_yet' })
  expect(confirm(shown(given(), at(5)), at(5))).toMatchObject({
    ok: true,
    instruction: { confirmedAt: at(5) },
  })
})

test('R4-6.1d a mark comes of the proctor’s finding with a reason, not of silence', () => {
  const waits = shown(given(), at(1))
  expect(markOfInstruction(waits)).toBeNull()
  expect(findIgnored(waits, '', at(60))).toEqual({ ok: false, why: 'no_reason' })
  const found = findIgnored(waits, 'Отвернул камеру', at(60))
  if (!found.ok) throw new Error(found.why)
  expect(markOfInstruction(found.instruction)).toBe('proctor_instructions_ignored')
  expect(findIgnored(found.instruction, 'Снова', at(61))).toEqual({ ok: false, why: 'already_judged' })
})
