import { type AccountView, listAccounts } from '@ochno/contract/accounts'
import type { Role } from '@ochno/domain/access/table'
import type { ExamId } from '@ochno/domain/ids'
import { useState } from 'react'
import { type Load, useLoad } from './load.ts'

export type Found = {
  readonly load: Load<{ readonly rows: readonly AccountView[]; readonly more: boolean }>
  /** Those who can be chosen. */
  readonly people: readonly AccountView[]
  /** There are others: only a search shows them. */
  readonly more: boolean
  readonly find: (text: string) => void
}

/** People as the server finds them: no list holds a whole school. `outside`: those who are not in this exam yet. */
export function useFoundAccounts(role: Role | 'staff', outside: ExamId | null = null): Found {
  const [asked, find] = useState('')
  const text = asked.trim().slice(0, 100)
  const query = { role, ...(text ? { find: text } : {}), ...(outside ? { outside } : {}) }
  const load = useLoad(listAccounts, { query }, { keeps: true })
  const people = load.is === 'ready' ? load.value.rows.filter(({ state }) => state !== 'disabled') : []
  return { load, people, more: load.is === 'ready' && load.value.more, find }
}
