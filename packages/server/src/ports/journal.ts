import type { TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { AskedPage, Page } from './paging.ts'

export type JournalRow = {
  readonly id: string
  readonly seq: number | null
  readonly at: Instant
  readonly actor: string
  readonly actorName: string | null
  readonly role: string
  readonly action: string
  readonly object: string
  readonly purpose: string
  readonly result: 'ok' | 'refused'
}

export type Journal = {
  readonly read: (
    tenant: TenantId,
    filter: { readonly object: string | null; readonly find: string },
    page: AskedPage,
  ) => Promise<Page<JournalRow> | null>
  /** The latest signed head as a C2SP checkpoint. */
  readonly head: () => Promise<string | null>
  /** Null when the log is not that long. */
  readonly consistency: (from: number, to: number) => Promise<readonly Uint8Array[] | null>
}
