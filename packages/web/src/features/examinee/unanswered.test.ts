import type { ConductView } from '@ochno/contract/conduct'
import { expect, test } from 'vitest'
import { notReached, type Order, unanswered } from './unanswered.ts'

const row = (seq: number, entry: ConductView['entry']): ConductView => ({
  seq,
  at: '2026-05-20T07:00:00Z',
  party: entry.kind === 'reached' || entry.kind === 'followed' ? 'examinee' : 'proctor',
  name: 'Проктор',
  entry,
})
const warning = row(1, { kind: 'warning', text: 'Уберите телефон', reason: 'р', media: ['text', 'audio'] })
const instruction = row(2, { kind: 'instruction', text: 'Сядьте ближе', reason: 'р' })
const chat = row(3, { kind: 'chat', text: 'Здравствуйте' })
const seqs = (rows: readonly ConductView[], closed: readonly number[] = []) =>
  unanswered(rows, new Set(closed)).map(({ seq }) => seq)

test('TR-46 a warning stands on the screen until it was read, R4-6.3.6a an instruction until it was followed', () => {
  expect(seqs([warning, instruction, chat])).toEqual([1, 2])
  expect(seqs([warning, instruction, chat], [1])).toEqual([2])
  expect(seqs([warning, instruction, row(4, { kind: 'followed', of: 2 })])).toEqual([1])
})

test('R4-7.5a a warning that was read does not come back with a reload', () =>
  expect(seqs([warning, instruction, row(4, { kind: 'read', of: 1 })])).toEqual([2]))

test('TR-46 what arrived by text has still to be heard', () => {
  const text = row(5, { kind: 'reached', of: 1, medium: 'text' })
  expect(notReached(warning as Order, [warning])).toEqual(['text', 'audio'])
  expect(notReached(warning as Order, [warning, text])).toEqual(['audio'])
  expect(
    notReached(warning as Order, [warning, text, row(6, { kind: 'reached', of: 1, medium: 'audio' })]),
  ).toEqual([])
})
