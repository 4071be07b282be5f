import { instant } from '@ochno/domain/time'
import type { AccountId } from '@ochno/domain/ids'
import { expect, test } from 'vitest'
import type { Tx } from '../../ports/store.ts'
import { mayTake } from './export-ask.ts'

const [child, parent, officer] = ['acc_child', 'acc_parent', 'acc_officer'] as unknown as [
  AccountId,
  AccountId,
  AccountId,
]
const tx = {} as Tx
const now = instant('2026-06-10T09:00:00Z')
const inCare = { relatives: async () => [parent] }
const ownMaster = { relatives: async () => [] }
const everybody = [child, parent, officer]

const takers = async (deps: typeof inCare | typeof ownMaster, one: Parameters<typeof mayTake>[2]) => {
  const may = await Promise.all(everybody.map((account) => mayTake(deps, tx, one, account, now)))
  return everybody.filter((_, place) => may[place])
}

test('P-30 an archive asked for by letter is for the person alone, not for the officer who registered the letter', async () => {
  expect(await takers(inCare, { askedAs: 'in_writing', askedBy: officer, person: child })).toEqual([child])
})

test('P-30 a parent has the archive of a child while the child is in their care, and never after', async () => {
  const asked = { askedAs: 'parent', askedBy: parent, person: child } as const
  expect(await takers(inCare, asked)).toEqual([parent])
  expect(await takers(ownMaster, asked)).toEqual([])
  expect(await takers(ownMaster, { askedAs: 'self', askedBy: child, person: child })).toEqual([child])
})
