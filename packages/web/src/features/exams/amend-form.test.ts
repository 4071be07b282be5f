import type { SessionView } from '@ochno/contract/sessions'
import type { AccountId, SlotId } from '@ochno/domain/ids'
import { expect, test } from 'vitest'
import { type AmendForm, deedOf, suggested } from './amend-form.ts'

const form = (more: Partial<AmendForm> = {}): AmendForm => ({
  where: 'slot',
  slot: '',
  exam: '',
  opensAt: '',
  closesAt: '',
  examinee: null,
  proctor: '',
  whom: '',
  ...more,
})
const session = { id: 'ses_a' } as unknown as SessionView
const move = { do: 'move', session, from: null } as const

test('R4-3.6a a deed is made only of a form that is whole', () => {
  expect(deedOf(move, form(), 'UTC')).toBeNull()
  expect(deedOf(move, form({ where: 'time', opensAt: '2026-12-01T10:00' }), 'UTC')).toBeNull()
  const backwards = { opensAt: '2026-12-01T10:00', closesAt: '2026-12-01T09:00' }
  expect(deedOf({ do: 'move_slot', slot: null }, form(backwards), 'UTC')).toBeNull()
  expect(deedOf({ do: 'add', slot: null }, form(), 'UTC')).toBeNull()
  expect(deedOf({ do: 'change_proctor', slot: null }, form(), 'UTC')).toBeNull()
})

test('R4-3.6a a time is sent as the clock of the institution means it', () => {
  const times = { where: 'time', opensAt: '2026-12-01T10:00', closesAt: '2026-12-01T10:15' } as const
  expect(deedOf(move, form(times), 'Asia/Yekaterinburg')).toMatchObject({
    to: { in: 'time', opensAt: expect.stringContaining('2026-12-01T05:00') },
  })
})

test('nobody is named as proctor unless chosen, and a new one takes the place of one or of nobody', () => {
  const slot = 'slt_a' as SlotId
  expect(deedOf({ do: 'add', slot }, form({ examinee: 'acc_a' as AccountId }), 'UTC')).toEqual({
    do: 'add',
    examinee: 'acc_a',
    to: { in: 'slot', slot },
  })
  expect(deedOf({ do: 'change_proctor', slot: null }, form({ proctor: 'acc_b' }), 'UTC')).toEqual({
    do: 'change_proctor',
    slot: null,
    from: null,
    to: 'acc_b',
  })
})

test('R4-5.12a the time that is proposed is the same hour of a day that is still to come', () => {
  const window = { opensAt: '2026-12-01T10:00:00Z', closesAt: '2026-12-01T10:15:00Z' }
  const now = Date.parse('2026-11-30T10:00:00Z')
  expect(suggested(window, 'UTC', now).opensAt).toBe('2026-12-02T10:00')
  expect(suggested(window, 'UTC', Date.parse('2026-12-05T12:00:00Z')).opensAt).toBe('2026-12-06T10:00')
})
