import type { TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Journal } from '../../ports/journal.ts'

export type JournalFilter = {
  readonly object: string | null
  readonly before: Instant | null
  readonly limit: number
}

export async function readJournal(journal: Journal, tenant: TenantId, filter: JournalFilter) {
  const rows = await journal.read(tenant, filter)
  return rows.map((row) => ({ ...row, at: row.at.toString() }))
}

export async function proveConsistency(journal: Journal, from: number, to: number) {
  const proof = await journal.consistency(from, to)
  if (!proof) return { ok: false as const, why: 'not_found' }
  const hex = (hash: Uint8Array) => Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { ok: true as const, body: { proof: proof.map(hex) } }
}
