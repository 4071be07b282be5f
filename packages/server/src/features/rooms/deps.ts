import type { Role } from '@ochno/domain/access/table'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { RoomLimits } from '@ochno/domain/rooms/plan'
import type { Instant } from '@ochno/domain/time'
import type { AuditEntry } from '../../ports/audit.ts'
import type { IceWays } from '../../ports/calls.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Log } from '../../ports/log.ts'
import type { RoomEngine } from '../../ports/room-engine.ts'
import type { Store } from '../../ports/store.ts'

export type RoomDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly clock: Clock
  readonly log: Log
  readonly engine: RoomEngine
  readonly ice: IceWays
  readonly limits: RoomLimits
}

export type Person = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
}

export const no = <Why extends string>(why: Why) => ({ ok: false as const, why })

export const entry = (
  person: Person,
  now: Instant,
  action: string,
  object: string,
  details: Readonly<Record<string, unknown>> = {},
): AuditEntry => ({
  at: now,
  tenant: person.tenant,
  actor: person.account,
  role: person.roles[0] ?? 'system',
  action: `room.${action}`,
  object,
  purpose: 'lesson',
  result: 'ok',
  details,
})
