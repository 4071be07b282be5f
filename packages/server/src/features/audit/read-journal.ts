import type { TenantId } from '@ochno/domain/ids'
import type { Journal } from '../../ports/journal.ts'
import { type AskedPage, pageBody } from '../../ports/paging.ts'

export type JournalFilter = { readonly object: string | null; readonly find: string }

export const readJournal = async (
  journal: Journal,
  tenant: TenantId,
  filter: JournalFilter,
  page: AskedPage,
) =>
  pageBody(await journal.read(tenant, filter, page), (row) => ({
    ...row,
    at: row.at.toString(),
  }))

export async function proveConsistency(journal: Journal, from: number, to: number) {
  const proof = await journal.consistency(from, to)
  if (!proof) return { ok: false as const, why: 'not_found' }
  const hex = (hash: Uint8Array) => Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { ok: true as const, body: { proof: proof.map(hex) } }
}
