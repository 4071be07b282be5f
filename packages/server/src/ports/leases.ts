import type { SessionId, TenantId } from '@ochno/domain/ids'

/** Which device may record for a session; survives a restart so that nobody slips in between (T-05). */
export type LeaseRows = {
  readonly find: (session: SessionId) => Promise<{ readonly device: Uint8Array } | null>
  readonly take: (tenant: TenantId, session: SessionId, device: Uint8Array) => Promise<void>
}
